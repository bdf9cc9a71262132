#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# chroot.sh ROOT FOLDER… -- COMMAND…: runs a command in the root with the host's folders mounted at their own
# places. For containers that let root mount but not make the namespaces bubblewrap wants. Takes its mounts away
# when it ends; the next run takes away those of one that was killed.
set -u

root=$1
shift
folders=()
while [ "$1" != -- ]; do
    folders+=("$1")
    shift
done
shift

# A mount namespace of our own makes cleaning up the kernel's work.
if [ -z "${PBX_OWN_MOUNTS-}" ] && unshare --mount true 2>/dev/null; then
    PBX_OWN_MOUNTS=1 exec unshare --mount --propagation private "$0" "$root" "${folders[@]}" -- "$@"
fi
unset PBX_OWN_MOUNTS

release()
{
    mountpoint -q -- "$1" && umount --recursive --lazy -- "$1"
    rmdir -- "$1" # never more than an empty folder: a mount that stayed would be the host's own files
}

for stale in "$root".mounted.*; do
    [ -d "$stale" ] && ! [ -d "/proc/${stale##*.}" ] && release "$stale"
done

top=$root.mounted.$$
mkdir -- "$top" || exit 2
trap 'release "$top"' EXIT
trap : INT TERM HUP # the command gets them too; this shell stays to clean up

# Slaves: unmounting here must not reach the host's own mounts below.
bindAt()
{
    mkdir -p -- "$top$2" && mount --rbind -- "$1" "$top$2" && mount --make-rslave -- "$top$2"
}
mount --bind -- "$root" "$top" && mount --make-private -- "$top" || exit 2
for folder in /dev /proc /sys; do
    bindAt "$folder" "$folder" || exit 2
done
for folder in "${folders[@]}"; do
    bindAt "$(readlink -f -- "$folder")" "$folder" || exit 2
done
for file in hosts resolv.conf machine-id passwd group; do
    [ -f "/etc/$file" ] && mount --bind -- "$(readlink -f -- "/etc/$file")" "$top/etc/$file"
done

# shellcheck disable=SC2016 # expanded by the inner shell
chroot "$top" /bin/sh -c 'cd -- "$1" || exit 2; shift; exec "$@"' sh "$PWD" "$@"
