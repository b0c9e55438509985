#!/bin/sh
# The browser tests drive a Chromium, read the PDFs it prints, serve the site with nginx and run an HTML checker in Java;
# on Debian what is missing is installed.
set -eu
need=""
chromium=${BALISE_CHROMIUM:-}
for name in chromium chromium-browser google-chrome; do
    [ -n "$chromium" ] || chromium=$(command -v "$name" || true)
done
[ -n "$chromium" ] || need="chromium"
command -v pdftotext >/dev/null || need="$need poppler-utils"
PATH="$PATH:/usr/sbin" command -v nginx >/dev/null || need="$need nginx-light"
# macOS has a `java` that only says there is none.
java -version >/dev/null 2>&1 || need="$need default-jre-headless"
[ -n "$need" ] || exit 0
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "Installing for the tests:$need"
    # shellcheck disable=SC2086  each word is a package
    # RUNLEVEL keeps nginx from being started as a service: the tests start their own, which nobody else sees.
    apt-get update -qq && RUNLEVEL=1 apt-get install -y -qq --no-install-recommends $need >/dev/null
    exit 0
fi
echo "The tests need:$need. On Debian or Ubuntu: sudo apt install $need" >&2
exit 1
