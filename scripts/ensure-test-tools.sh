#!/bin/sh
# The browser tests drive a Chromium and read the PDFs it prints; on Debian both are installed when they are not there.
set -eu
need=""
chromium=${BALISE_CHROMIUM:-}
for name in chromium chromium-browser google-chrome; do
    [ -n "$chromium" ] || chromium=$(command -v "$name" || true)
done
[ -n "$chromium" ] || need="chromium"
command -v pdftotext >/dev/null || need="$need poppler-utils"
[ -n "$need" ] || exit 0
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "Installing for the browser tests: $need"
    # shellcheck disable=SC2086  each word is a package
    apt-get update -qq && apt-get install -y -qq --no-install-recommends $need >/dev/null
    exit 0
fi
echo "The browser tests need: $need. On Debian or Ubuntu: sudo apt install $need" >&2
exit 1
