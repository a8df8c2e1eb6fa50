# Sourced by deploy/try and deploy/test from the top of the checkout: makes .venv with the locked dependencies and the project in it.

fail() {
    echo "$0: $*" >&2
    exit 78
}

# The interpreter: $PYTHON, else the one .venv was made with, else the newest that fits.
choose_python() {
    if [ -n "${PYTHON:-}" ]; then
        command -v "$PYTHON" >/dev/null || fail "PYTHON=$PYTHON is not there; name an interpreter such as python3.13."
    elif is_fit .venv/bin/python; then
        PYTHON=$(.venv/bin/python -c 'import sys; print(sys._base_executable)')
    else
        for PYTHON in python3.13 python3.12 python3.11 python3; do
            if is_fit "$PYTHON"; then break; fi
        done
    fi
    is_fit "$PYTHON" || fail "Python 3.11 or newer is needed and $PYTHON is not; install one and name it: PYTHON=python3.13 $0"
    "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null || fail "$PYTHON has no venv module; install it (Debian, Ubuntu: apt install python3-venv)."
}

is_fit() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

# What .venv has to hold: this lock, this project, this place, this interpreter.
stamp_of() {
    { cat "$1" pyproject.toml; pwd; "$PYTHON" -c 'import sys; print(sys.base_prefix, sys.version)'; } | cksum
}

# make_venv LOCK...: the first is installed; a .venv that already holds one of them is left as it is.
make_venv() {
    choose_python
    for lock in "$@"; do
        stamp=.venv/holds-$(basename "$lock")
        if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(stamp_of "$lock")" ]; then return; fi
    done
    echo "Installing into .venv with $("$PYTHON" --version) (only when something changed) ..." >&2
    rm -f .venv/holds-*
    "$PYTHON" -m venv --clear .venv
    pip="env PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 .venv/bin/python -m pip install --quiet"
    $pip --require-hashes --requirement "$1"
    $pip --no-deps --no-build-isolation --editable .
    stamp_of "$1" >".venv/holds-$(basename "$1")"
}
