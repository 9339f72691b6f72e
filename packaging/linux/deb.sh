#!/bin/sh
# Makes a .deb of the standalone program. Usage: deb.sh FOLDER_OF_THE_PROGRAM VERSION OUTPUT_FOLDER
set -eu
program=$1 version=$2 output=$3
here=$(dirname "$0")
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
id=org.timeline_app.TimelineApp

mkdir -p "$root/DEBIAN" "$root/usr/bin" "$root/usr/lib" "$root/usr/share/applications" "$root/usr/share/metainfo" \
  "$root/usr/share/mime/packages" "$root/usr/share/icons/hicolor/scalable/apps" "$root/usr/share/doc/timeline-app"
cp -a "$program" "$root/usr/lib/timeline-app"
ln -s ../lib/timeline-app/timeline-app "$root/usr/bin/timeline-app"
cp "$here/$id.desktop" "$root/usr/share/applications/"
cp "$here/$id.metainfo.xml" "$root/usr/share/metainfo/"
cp "$here/timeline-app.mime.xml" "$root/usr/share/mime/packages/timeline-app.xml"
cp "$here/../../resources/icons/timeline-app.svg" "$root/usr/share/icons/hicolor/scalable/apps/$id.svg"
cp "$here/copyright" "$root/usr/share/doc/timeline-app/"
gzip -9nc "$here/../../CHANGELOG.md" > "$root/usr/share/doc/timeline-app/changelog.gz"
cat > "$root/DEBIAN/control" <<CONTROL
Package: timeline-app
Version: $version
Architecture: $(dpkg --print-architecture)
Maintainer: The timeline_app team <team@timeline-app.invalid>
Installed-Size: $(du -sk "$root/usr" | cut -f1)
Depends: libc6 (>= 2.36), libgl1, libegl1, fontconfig-config
Recommends: shared-mime-info, desktop-file-utils, hicolor-icon-theme
Section: text
Priority: optional
Description: chronology editor for Arabic articles
 Reads articles, finds every dated event, links reports of the same event and
 draws them on a zoomable right-to-left timeline tied to the source passages.
CONTROL
find "$root" -type d -exec chmod 755 {} +
chmod -R u+rwX,go+rX,go-w "$root/usr"
dpkg-deb --root-owner-group -Zxz -z6 --build "$root" "$output/timeline-app_${version}_$(dpkg --print-architecture).deb"
