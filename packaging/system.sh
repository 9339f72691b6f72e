#!/bin/sh
# Which system libraries are missing? Installs them when run by root on Debian or Ubuntu, otherwise prints the one line to
# run and ends with 1. Usage: system.sh window|test|package
set -eu

libraries="
libGL.so.1 libgl1
libEGL.so.1 libegl1
libxkbcommon.so.0 libxkbcommon0
libfontconfig.so.1 libfontconfig1
libdbus-1.so.3 libdbus-1-3
libglib-2.0.so.0 libglib2.0-0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-shape.so.0 libxcb-shape0
"

missing=""
want() { missing="$missing $1"; }

known=$( { ldconfig -p || /sbin/ldconfig -p; } 2>/dev/null || true)
for pair in $(echo "$libraries" | awk 'NF { print $1 ":" $2 }'); do
  case "$known" in *"${pair%%:*} "*) ;; *) want "${pair#*:}" ;; esac
done
"${PYTHON:-python3}" -c 'import ensurepip, venv' 2>/dev/null || want python3-venv

case "${1:-window}" in
  test)
    command -v Xvfb >/dev/null || want xvfb
    command -v setxkbmap >/dev/null || want x11-xkb-utils
    command -v xdotool >/dev/null || want xdotool
    command -v import >/dev/null || want imagemagick
    command -v dbus-run-session >/dev/null || want dbus-daemon
    [ -e /usr/libexec/at-spi-bus-launcher ] || [ -e /usr/lib/at-spi2-core/at-spi-bus-launcher ] || want at-spi2-core
    /usr/bin/python3 -c 'import gi; gi.require_version("Atspi", "2.0")' 2>/dev/null || want "python3-gi gir1.2-atspi-2.0"
    ;;
  package)
    command -v objdump >/dev/null || want binutils
    command -v dpkg-deb >/dev/null || want dpkg
    ;;
esac

[ -n "$missing" ] || exit 0
if ! command -v apt-get >/dev/null; then
  echo "These Debian packages, or what your system calls them, are missing:$missing" >&2
  exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
  echo "Some system packages are missing. Please run this one line, then try again:" >&2
  echo "  sudo apt-get install --no-install-recommends$missing" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086
apt-get install -y -qq --no-install-recommends $missing >/dev/null 2>&1 ||
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing >/dev/null; }
