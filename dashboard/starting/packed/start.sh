#!/bin/sh
cd "$(dirname "$0")" || exit 1
for python in python{python} python3; do
    if "$python" -c "" 2>/dev/null; then
        exec "$python" start.py "$@"
    fi
done
echo "{missing}" >&2
exit 1
