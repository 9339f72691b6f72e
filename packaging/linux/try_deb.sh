#!/bin/sh
# Installs the .deb in a bare Debian, runs the program there (offscreen and on a virtual screen), and removes it again.
# Needs root, debootstrap and a network. Usage: try_deb.sh FILE.deb
set -eu
deb=$(readlink -f "$1")
root=$(mktemp -d /var/tmp/bare-debian.XXXXXX)
finish() { umount "$root/proc" || true; rm -rf --one-file-system "$root"; }
trap finish EXIT

debootstrap --variant=minbase bookworm "$root" >/dev/null
mount -t proc proc "$root/proc"
cp "$deb" "$root/tmp/timeline-app.deb"
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/root DEBIAN_FRONTEND=noninteractive sh -ec "$1"; }

inside 'apt-get update -qq; apt-get install -y -qq --no-install-recommends /tmp/timeline-app.deb >/dev/null 2>&1'
inside 'test -x /usr/bin/timeline-app; ! command -v python3; timeline-app --version'
inside 'test -f /usr/share/applications/org.timeline_app.TimelineApp.desktop; test -f /usr/share/mime/packages/timeline-app.xml'
inside 'cd /tmp; timeline-app extract /usr/lib/timeline-app/_internal/seeds | head -3'
inside 'cd /tmp; timeline-app screenshot /usr/lib/timeline-app/_internal/seeds --to window.png; test "$(wc -c < window.png)" -gt 40000'
inside 'apt-get install -y -qq --no-install-recommends xvfb xdotool desktop-file-utils shared-mime-info >/dev/null 2>&1'
inside 'desktop-file-validate /usr/share/applications/org.timeline_app.TimelineApp.desktop; update-mime-database /usr/share/mime'
inside 'Xvfb :7 -noreset -screen 0 1280x800x24 >/dev/null 2>&1 & screen=$!
  sleep 2
  DISPLAY=:7 timeline-app >/tmp/log 2>&1 & program=$!
  sleep 8
  DISPLAY=:7 xdotool search --onlyvisible --name "الخطّ الزمني" getwindowgeometry || { cat /tmp/log; exit 1; }
  kill $program; kill $screen; wait || true'
inside 'apt-get purge -y -qq timeline-app >/dev/null 2>&1; ! test -e /usr/bin/timeline-app; ! test -e /usr/lib/timeline-app'
echo "installed, run and removed in a bare Debian"
