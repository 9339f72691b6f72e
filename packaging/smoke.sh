#!/bin/sh
# Does the standalone program run far from its checkout, without Python? It draws the sample dossier's window to a PNG and
# reads the sample articles and writes them in every format. Usage: smoke.sh FOLDER_OF_THE_PROGRAM
set -eu
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cp -a "$1" "$place/program"
mkdir "$place/home"
run() { (cd "$place/home" && env -i HOME="$place/home" LANG=C.UTF-8 PATH=/usr/bin:/bin QT_QPA_PLATFORM=offscreen "$place/program/timeline-app" "$@"); }

run --version
run extract "$place/program/_internal/seeds" --format json > "$place/events.json"
events=$(grep -o '"precision"' "$place/events.json" | wc -l)
run screenshot "$place/program/_internal/seeds" --to "$place/window.png" --size 1280x800
for format in json csv html docx ics jsonld timelinejs timeml; do
  run export "$place/program/_internal/seeds" --to "$place/out" --format "$format"
  [ -s "$place/out" ]
done
bytes=$(wc -c < "$place/window.png")
head -c 8 "$place/window.png" | od -An -tx1 | grep -q '89 50 4e 47 0d 0a 1a 0a'
echo "smoke test: $events events, a window of $bytes bytes"
[ "$events" -ge 6 ] && [ "$bytes" -gt 40000 ]
