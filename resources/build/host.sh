# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by app/run and tests/run: decides where PBX Studio is built and run, and takes commands there.
#
#   the host   when it has every package;
#   the root   otherwise: a Debian 13 system in a folder of the user's cache, made once with mmdebstrap and
#              entered with bubblewrap. The host's own apt sources say where it is fetched from.
#
# After `chooseEnvironment build` (or `tests`), `inside COMMAND…` runs a command there: same working directory,
# same paths, same standard streams, its exit status.
#
# Environment variables that change this: PBX_BUILD_IN=host|root forces the choice, PBX_PEERS=1 adds
# packages-debian-peers, PBX_ENTER=bwrap|chroot|proot forces the way into the root.

pbxSource=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
pbxBuildScripts=$pbxSource/resources/build
pbxSuite=trixie
pbxPurpose=build
pbxPartial=
pbxMaker=
set -o pipefail

if [ -z "${HOME-}" ]; then
    # A build server's shell may come without it; everything below keeps its files under the home folder.
    HOME=$(getent passwd "$(id -u)" | cut -d: -f6)
    export HOME
fi
pbxCache=${XDG_CACHE_HOME:-$HOME/.cache}/pbx-studio

# Messages stand on standard error: standard output belongs to the program that is run.
say()
{
    printf '%s: %s\n' "${pbxScript:-pbx-studio}" "$*" >&2
}

# Exit status 2 is what `pbx` itself gives for work that could not be begun.
fail()
{
    say "$@"
    exit 2
}

# --- Packages -------------------------------------------------------------------------------------------------

# One name a line. Like all that runs at every start, without processes where the shell can do it.
packageNames()
{
    local lists=("$pbxBuildScripts/packages-debian") list line
    [ "${PBX_PEERS-}" = 1 ] && lists+=("$pbxBuildScripts/packages-debian-peers")
    for list in "${lists[@]}"; do
        while read -r line || [ -n "$line" ]; do
            line=${line%%[#[:space:]]*}
            [ -z "$line" ] || printf '%s\n' "$line"
        done <"$list"
    done
}

# The value of a variable in os-release, in a subshell: its names must not become ours.
osRelease()
(
    # shellcheck disable=SC1091
    . /etc/os-release 2>/dev/null || exit 0
    printf '%s' "${!1-}"
)

# True when the host's own release has every package of the list, so that apt can bring what is missing.
hostReleaseHasPackages()
{
    local version
    command -v apt-get >/dev/null || return 1
    version=$(osRelease VERSION_ID)
    version=${version%%.*}
    case $(osRelease ID) in
    debian) [ -z "$version" ] || [ "$version" -ge 13 ] ;; # testing and unstable have no number
    ubuntu) [ "$version" -ge 25 ] ;;
    *) return 1 ;;
    esac
}

canBecomeRoot()
{
    [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }
}

asRoot()
{
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# --no-remove: a package of the list must never push out something of the user's desktop.
aptInstall()
{
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300)
    asRoot "${apt[@]}" update >&2 || say "apt-get update failed; trying with what it knows"
    asRoot "${apt[@]}" install --no-remove --no-install-recommends "$@" >&2
}

# --- What the host has ----------------------------------------------------------------------------------------

# Finds NAMEConfig.cmake where CMake itself would look; its path is in pbxFound then.
findCMakePackage()
{
    local name=$1 prefix file prefixes
    IFS=: read -ra prefixes <<<"${CMAKE_PREFIX_PATH-}"
    for prefix in "${prefixes[@]}" /usr /usr/local; do
        for file in "$prefix"/lib*/cmake/"$name/${name}Config.cmake" "$prefix"/lib/*/cmake/"$name/${name}Config.cmake"; do
            if [ -f "$file" ]; then
                pbxFound=$file
                return 0
            fi
        done
    done
    return 1
}

# $1 at least $2, both dotted numbers.
versionAtLeast()
{
    [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

# What the host lacks for `build` or `tests`, a line each; nothing when all is there. With `briefly` as second
# word it may stop once something is known to be missing.
hostLacks()
{
    local purpose=$1 brief=${2-} lacking=() tool name version
    for name in Qt6 Qt6Widgets Qt6Multimedia Qt6Svg Qt6LinguistTools Qt6Test KF6Archive Qt6Keychain; do
        findCMakePackage "$name" || lacking+=("$name")
    done
    compgen -G "/usr/include/qt6/Qsci/qsciscintilla.h" >/dev/null ||
        compgen -G "/usr/include/*/qt6/Qsci/qsciscintilla.h" >/dev/null ||
        compgen -G "/usr/local/include/qt6/Qsci/qsciscintilla.h" >/dev/null || lacking+=("QScintilla for Qt 6")
    for tool in cmake ninja pkg-config g++; do
        command -v "$tool" >/dev/null || lacking+=("$tool")
    done
    if [ "$purpose" = tests ]; then
        for tool in Xvfb xauth pulseaudio pactl dbus-daemon setpriv; do
            command -v "$tool" >/dev/null || lacking+=("$tool")
        done
    fi
    # From here on processes are started, which takes its time.
    if [ -z "$brief" ] || [ "${#lacking[@]}" = 0 ]; then
        if command -v g++ >/dev/null; then
            version=$(g++ -dumpfullversion)
            version=${version%%.*}
            [ "$version" -ge 13 ] || lacking+=("g++ 13 or later (here: $version)")
        fi
        if command -v cmake >/dev/null; then
            version=$(cmake --version | sed -n '1s/[^0-9]*//p')
            versionAtLeast "$version" 3.25 || lacking+=("cmake 3.25 or later (here: $version)")
        fi
        if findCMakePackage Qt6; then
            version=$(sed -n 's/^set(PACKAGE_VERSION "\(.*\)").*/\1/p' "${pbxFound%/*}"/Qt6ConfigVersion*.cmake |
                head -n 1)
            versionAtLeast "${version:-0}" 6.4 || lacking+=("Qt 6.4 or later (here: $version)")
        fi
        if command -v pkg-config >/dev/null; then
            for name in sndfile espeak-ng; do
                pkg-config --exists "$name" || lacking+=("$name")
            done
        fi
    fi
    [ "${#lacking[@]}" = 0 ] || printf '%s\n' "${lacking[@]}"
}

# --- The root -------------------------------------------------------------------------------------------------

debianArchitecture()
{
    case $HOSTTYPE in
    x86_64) echo amd64 ;;
    aarch64) echo arm64 ;;
    *) dpkg --print-architecture ;;
    esac
}

rootKey()
{
    { packageNames && echo "$pbxSuite" && debianArchitecture; } | sha256sum | cut -c 1-16
}

# The host's apt sources of its own release, in deb822 form, with the root's release in place of the host's:
# whichever mirror, key or trust the host uses, the root uses.
rootSources()
{
    local codename file known parts
    codename=$(osRelease VERSION_CODENAME)
    [ "$(osRelease ID)" = debian ] && [ -n "$codename" ] || return 0
    # Archives that call themselves Debian; other people's archives name their suites after Debian's, too. Without
    # package lists apt knows none, and then every source with the release's name counts.
    # shellcheck disable=SC2016 # apt's own variables
    known=$(apt-get indextargets --format '$(ORIGIN) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
        sed -n 's/^Debian //p' | sort -u | tr '\n' ' ')
    parts=$(apt-config shell d Dir::Etc::sourceparts/d l Dir::Etc::sourcelist/f)
    local d=/etc/apt/sources.list.d l=/etc/apt/sources.list
    eval "$parts"
    for file in "$l" "${d%/}"/*.list "${d%/}"/*.sources; do
        [ -r "$file" ] || continue
        case $file in
        *.sources) cat -- "$file" ;;
        *) awk -f "$pbxBuildScripts/one_line_sources.awk" -- "$file" ;;
        esac
        echo
    done | awk -v codename="$codename" -v suite="$pbxSuite" -v known="$known" -f "$pbxBuildScripts/root_sources.awk"
}

# How the host reaches archives (proxies, certificates, time-outs), as options of mmdebstrap.
rootAptOptions()
{
    apt-config dump 2>/dev/null |
        grep -E '^Acquire::(http|https|ftp|tor|Retries|ForceIPv[46]|Check-Valid-Until|Check-Date|Allow[A-Za-z]*)' |
        grep -v ' "";$' | sed 's/^/--aptopt=/'
}

# Installs on the host what making the root takes, or says what to ask for.
needRootTools()
{
    local missing=()
    command -v mmdebstrap >/dev/null || missing+=(mmdebstrap)
    command -v bwrap >/dev/null || missing+=(bubblewrap)
    [ "$(id -u)" = 0 ] || command -v newuidmap >/dev/null || missing+=(uidmap)
    [ "${#missing[@]}" -gt 0 ] || return 0
    if command -v apt-get >/dev/null; then
        # The keyring comes along: that of an old point release may not know the root's release yet.
        [ "$(osRelease ID)" = debian ] && missing+=(debian-archive-keyring)
        if canBecomeRoot; then
            say "installing ${missing[*]}"
            aptInstall "${missing[@]}" || fail "installing ${missing[*]} failed; see above"
            return 0
        fi
        say "to make a Debian 13 root for building, this system needs: ${missing[*]}"
        fail "install them and start again: sudo apt-get update && sudo apt-get install ${missing[*]}"
    fi
    say "this system lacks what building takes, and has no ${missing[*]} to make a Debian 13 root with"
    fail "install these and start again, or the missing libraries: $(hostLacks build | paste -sd, | sed 's/,/, /g')"
}

needFreeSpace()
{
    local free
    free=$(df -Pk -- "$1" | awk 'NR == 2 { print $4 }')
    [ "${free:-0}" -ge 3000000 ] || fail "$1 has less than the 3 GB free that the Debian 13 root takes while it is made"
}

# Files that are the host's while something runs in the root (inside) must exist there to be bound over.
finishRoot()
{
    local root=$1 name
    for name in resolv.conf hosts machine-id; do
        if [ -L "$root/etc/$name" ] || [ ! -e "$root/etc/$name" ]; then
            rm -f -- "$root/etc/$name"
            : >"$root/etc/$name"
        fi
    done
    # The host's proxy may hold a password, and nothing in the root fetches packages any more.
    rm -f -- "$root/etc/apt/apt.conf.d/99mmdebstrap"
    mkdir -p -- "$root/usr/share/fonts/host"
}

# Makes the root in the folder $1, which exists and is empty.
fillRoot()
{
    local target=$1 sources=$1.sources options=()
    readarray -t options < <(rootAptOptions)
    options+=(--variant=apt "--include=$(packageNames | paste -sd,)"
        # The root is a tool nobody reads manuals in, and one that is made again rather than repaired.
        '--dpkgopt=path-exclude=/usr/share/man/*' '--dpkgopt=path-exclude=/usr/share/doc/*'
        --dpkgopt=force-unsafe-io)
    rootSources >"$sources"
    local from=("$sources")
    if [ ! -s "$sources" ]; then
        say "the apt sources of this system name no Debian archive; mmdebstrap takes its own default"
        from=()
    fi
    if [ "$(id -u)" = 0 ]; then
        mmdebstrap "${options[@]}" "$pbxSuite" "$target" "${from[@]}" >&2
    else
        # As a tar in between, so that the files come to belong to the user and can simply be deleted one day.
        mmdebstrap --mode=unshare "${options[@]}" --format=tar "$pbxSuite" - "${from[@]}" |
            tar -C "$target" -x --no-same-owner --exclude='./dev/*'
    fi
}

# Makes sure that the root of this package list exists; sets pbxRoot. An unfinished root never has the final name.
needRoot()
{
    local roots=$pbxCache/roots key started
    key=$(rootKey)
    pbxRoot=$roots/$key
    [ -d "$pbxRoot" ] && return 0

    needRootTools
    mkdir -p -- "$roots"
    started=$SECONDS
    # The lock goes with every process that works on the root, so what an ended run left is nobody's any more.
    exec 8>"$roots/.lock"
    if ! flock -n 8; then
        say "another run is making the Debian 13 root; waiting for it"
        flock 8
    fi
    rm -rf --one-file-system -- "$roots"/*.partial "$roots"/*.partial.sources
    if [ ! -d "$pbxRoot" ]; then
        needFreeSpace "$roots"
        say "this system lacks libraries that PBX Studio is built with, so a Debian 13 root is made, once"
        say "in $pbxRoot (1.7 GB, one to three minutes); it may be deleted at any time"
        pbxPartial=$pbxRoot.partial
        trap 'dropPartialRoot' EXIT
        trap 'exit 130' INT
        trap 'exit 143' TERM HUP
        mkdir -- "$pbxPartial" || exit 2
        # In a process group of its own, so that ending this script ends all that works on the root. Should this
        # script be killed outright, the group goes on to the end, keeps the lock till then and is not in vain.
        set -m
        { fillRoot "$pbxPartial" && finishRoot "$pbxPartial" && mv -T -- "$pbxPartial" "$pbxRoot"; } </dev/null &
        pbxMaker=$!
        set +m
        wait "$pbxMaker" || fail "making the Debian 13 root failed; see above"
        pbxMaker=
        dropPartialRoot
        trap - EXIT INT TERM HUP
        say "the Debian 13 root is ready ($((SECONDS - started)) s)"
    fi
    exec 8>&-
}

dropPartialRoot()
{
    if [ -n "$pbxMaker" ] && kill -TERM -- "-$pbxMaker" 2>/dev/null; then
        wait "$pbxMaker" 2>/dev/null
    fi
    rm -rf --one-file-system -- "$pbxPartial" "$pbxPartial.sources"
}

# --- Entering -------------------------------------------------------------------------------------------------

# Top-level folders of the host that the root shows at the same place: all but the system's own, so that every
# path a user may give means the same file inside. /run and /tmp bring the sockets of display, sound and bus.
sharedFolders()
{
    local entry
    for entry in /*; do
        case ${entry#/} in
        bin | sbin | lib | lib[0-9]* | libx32 | usr | etc | boot | dev | proc | sys | lost+found) ;;
        *) [ -d "$entry" ] && printf '%s\n' "$entry" ;;
        esac
    done
}

# Fills pbxEnter with the command that enters the root by bubblewrap. The root itself stays read-only: several
# runs share it.
enterByBubblewrap()
{
    local entry folders
    pbxEnter=(bwrap --ro-bind "$pbxRoot/usr" /usr --ro-bind "$pbxRoot/etc" /etc)
    # Who ends the script means the program. The tests' desktop is told itself, and needs the time to clean up.
    [ "$pbxPurpose" = tests ] || pbxEnter+=(--die-with-parent)
    for entry in "$pbxRoot"/{bin,sbin,lib*}; do
        [ -L "$entry" ] && pbxEnter+=(--symlink "$(readlink -- "$entry")" "/${entry##*/}")
    done
    pbxEnter+=(--dev-bind /dev /dev --bind /proc /proc --ro-bind-try /sys /sys)
    readarray -t folders < <(sharedFolders)
    for entry in "${folders[@]}"; do
        if [ -L "$entry" ]; then
            pbxEnter+=(--symlink "$(readlink -- "$entry")" "$entry")
        else
            pbxEnter+=(--bind-try "$entry" "$entry")
        fi
    done
    # bubblewrap follows the host's links; the root has plain files there (finishRoot).
    for entry in hosts resolv.conf machine-id passwd group ssl/certs/ca-certificates.crt; do
        [ -f "/etc/$entry" ] && pbxEnter+=(--ro-bind "/etc/$entry" "/etc/$entry")
    done
    [ -d /usr/share/fonts ] && pbxEnter+=(--ro-bind /usr/share/fonts /usr/share/fonts/host)
    pbxEnter+=(--chdir "$PWD" --)
}

# For containers that may mount but not make namespaces.
enterByChroot()
{
    local folders
    readarray -t folders < <(sharedFolders)
    pbxEnter=("$pbxBuildScripts/chroot.sh" "$pbxRoot" "${folders[@]}" --)
}

# For containers that may do neither, slower: every system call passes through it.
enterByProot()
{
    local entry folders
    pbxEnter=(proot -r "$pbxRoot" -w "$PWD" -b /dev -b /proc -b /sys -b /etc/hosts -b /etc/resolv.conf
        -b /etc/passwd -b /etc/group)
    readarray -t folders < <(sharedFolders)
    for entry in "${folders[@]}"; do
        pbxEnter+=(-b "$entry")
    done
}

canEnter()
{
    "${pbxEnter[@]}" /usr/bin/true >/dev/null 2>&1
}

chooseEntrance()
{
    local way=${PBX_ENTER:-auto}
    case $way in auto | bwrap)
        if command -v bwrap >/dev/null; then
            enterByBubblewrap
            canEnter && return 0
        fi
        ;;
    esac
    case $way in auto | chroot)
        if [ "$(id -u)" = 0 ]; then
            enterByChroot
            canEnter && return 0
        fi
        ;;
    esac
    case $way in auto | proot)
        if ! command -v proot >/dev/null && command -v apt-get >/dev/null && canBecomeRoot; then
            say "neither namespaces nor mounts are allowed here; installing proot"
            aptInstall proot || true
        fi
        if command -v proot >/dev/null; then
            enterByProot
            canEnter && return 0
        fi
        ;;
    esac
    say "the Debian 13 root in $pbxRoot can't be entered: this system lets this user make neither namespaces"
    say "(bubblewrap) nor mounts (chroot), and proot is not at hand. Any one of these helps:"
    say "  sudo sysctl kernel.unprivileged_userns_clone=1 kernel.apparmor_restrict_unprivileged_userns=0"
    say "  sudo apt-get install proot"
    fail "  starting this as root; in a container: with the capability SYS_ADMIN"
}

# The language of messages, as LANGUAGE wants it: the root has no locale but C.UTF-8, and Qt reads LANGUAGE.
userLanguage()
{
    local name=${LC_ALL:-${LC_MESSAGES:-${LANG-}}}
    name=${name%%.*}
    case $name in
    '' | C | POSIX) ;;
    *) printf '%s' "${LANGUAGE:-$name}" ;;
    esac
}

# The host's variables that mean something else in the root are replaced, all others pass through.
rootVariables()
{
    local name zone
    pbxEnter+=(/usr/bin/env)
    for name in CC CXX LD_LIBRARY_PATH LD_PRELOAD CMAKE_PREFIX_PATH PKG_CONFIG_PATH PKG_CONFIG_LIBDIR \
        QT_PLUGIN_PATH PYTHONHOME PYTHONPATH $(compgen -v LC_); do
        pbxEnter+=(-u "$name")
    done
    pbxEnter+=(PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
        LANG=C.UTF-8 "LANGUAGE=$(userLanguage)" "CCACHE_DIR=${CCACHE_DIR:-$pbxCache/ccache}"
        "PBX_BUILD_PREFIX=$pbxSuite-" "PBX_ENVIRONMENT=${pbxRoot##*/}")
    zone=$(readlink -f /etc/localtime 2>/dev/null) || zone=
    case $zone in
    */zoneinfo/*) pbxEnter+=("TZ=${TZ:-${zone#*/zoneinfo/}}") ;;
    esac
}

# --- For the scripts ------------------------------------------------------------------------------------------

useHost()
{
    pbxEnter=(env PBX_BUILD_PREFIX= PBX_ENVIRONMENT=host)
}

useRoot()
{
    needRoot
    chooseEntrance
    rootVariables
}

# chooseEnvironment build|tests
chooseEnvironment()
{
    local missing
    pbxPurpose=$1
    case ${PBX_BUILD_IN-} in
    host) useHost && return ;;
    root) useRoot && return ;;
    '') ;;
    *) fail "PBX_BUILD_IN is host or root, not '$PBX_BUILD_IN'" ;;
    esac
    missing=$(hostLacks "$1" briefly)
    if [ -n "$missing" ] && hostReleaseHasPackages && [ ! -d "$pbxCache/roots/$(rootKey)" ]; then
        missing=$(hostLacks "$1")
        missing=$(paste -sd, <<<"$missing" | sed 's/,/, /g')
        if canBecomeRoot; then
            say "this system lacks $missing; installing the packages of resources/build/packages-debian"
            # shellcheck disable=SC2046 # names are words
            aptInstall $(packageNames) || say "the packages can't all be installed here without removing others"
            missing=$(hostLacks "$1")
        elif ! command -v mmdebstrap >/dev/null || ! command -v bwrap >/dev/null; then
            say "this system lacks $missing; install the packages and start again:"
            fail "sudo apt-get update && sudo apt-get install $(packageNames | paste -sd' ')"
        fi
    fi
    if [ -z "$missing" ]; then useHost; else useRoot; fi
}

inside()
{
    "${pbxEnter[@]}" "$@"
}

# buildTargets PRESET TARGET…: silent when nothing has changed.
buildTargets()
{
    inside bash "$pbxBuildScripts/build.sh" "${pbxScript:-pbx-studio}" "$@" </dev/null
}

# builtProgram PRESET NAME: path of a built program.
builtProgram()
{
    local prefix='' folder
    [ "${pbxRoot-}" ] && prefix=$pbxSuite-
    folder=$pbxSource/build/$prefix$1
    find "$folder/app" "$folder/tests" -maxdepth 4 -type f -name "$2" -perm -u+x -print -quit 2>/dev/null | grep . ||
        fail "the build made no program $2"
}
