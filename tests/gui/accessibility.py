#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""accessibility.py STUDIO WORKSPACE [--print]: what a screen reader is told of the window.

Starts PBX Studio on a copy of the workspace and walks its tree on the accessibility bus. Fails for everything that can
have the focus, or be pressed, chosen or read on, and has no name. With --print, also prints the tree. Run it through
resources/build/desktop.sh.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

START = 30.0  # seconds
Role = Atspi.Role
# Whoever meets one of these must be told what it is for, focus or no focus.
NAMED = {
    Role.PUSH_BUTTON, Role.TOGGLE_BUTTON, Role.CHECK_BOX, Role.RADIO_BUTTON, Role.COMBO_BOX, Role.ENTRY, Role.TEXT,
    Role.SPIN_BUTTON, Role.SLIDER, Role.LIST, Role.TREE, Role.TREE_TABLE, Role.TABLE, Role.MENU, Role.MENU_ITEM,
    Role.CHECK_MENU_ITEM, Role.RADIO_MENU_ITEM, Role.PAGE_TAB, Role.FRAME, Role.DIALOG, Role.TOOL_BAR,
}
# What the window of the example must offer, by role and name.
EXPECTED = [
    (Role.TREE, "Environment"),
    (Role.PUSH_BUTTON, "Call"),
    (Role.PUSH_BUTTON, "Hang up"),
    (Role.TEXT, "Address to dial"),
    (Role.PAGE_TAB, "callback.sppr"),
    *[(Role.PUSH_BUTTON, name) for name in ("1", "2, letters ABC", "9, letters WXYZ", "Star", "Pound")],
]
failures = []


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def states(node):
    return node.get_state_set()


def nodes(node, depth=0, parents=()):
    """Depth first. The cells of tables and trees are left out: they are text, and many."""
    yield node, depth, parents
    if node.get_role() in (Role.TREE, Role.TREE_TABLE, Role.TABLE, Role.LIST) or depth > 30:
        return
    for child in children(node):
        yield from nodes(child, depth + 1, (*parents, node))


def part_of_named(role, parents):
    """The choices of a box, the clearing button of a line of text: named by the control they are in. What is typed into has
    the focus itself, and a name of its own."""
    whole = {Role.COMBO_BOX, Role.SPIN_BUTTON, Role.ENTRY, Role.TEXT}
    return role not in (Role.ENTRY, Role.TEXT) and any(p.get_role() in whole and p.get_name() for p in parents[-2:])


def showing(node):
    return states(node).contains(Atspi.StateType.SHOWING)


def check(node, parents):
    role = node.get_role()
    if node.get_name() or part_of_named(role, parents):
        return
    # A row of tabs is told by its tabs.
    if role == Role.PAGE_TAB_LIST:
        return
    # The lines between the entries of a menu are entries without a name that can't be chosen.
    if role == Role.SEPARATOR or role == Role.MENU_ITEM and not states(node).contains(Atspi.StateType.ENABLED):
        return
    # What is not in the list is judged once it is in view: till then it may have no text yet.
    if role in NAMED or showing(node) and states(node).contains(Atspi.StateType.FOCUSABLE):
        path = " / ".join(f"{p.get_role_name()} '{p.get_name()}'" for p in parents[1:])
        failures.append(f"a {node.get_role_name()} without name: {path} (id {node.get_accessible_id()!r})")


def find_application(process):
    """Waits until the workspace is in the window too; what is missing by the end of the time is told later."""
    end = time.monotonic() + START
    application = None
    while time.monotonic() < end:
        if process.poll() is not None:
            sys.exit(f"PBX Studio ended with {process.returncode}")
        for each in children(Atspi.get_desktop(0)):
            try:
                if each.get_process_id() == process.pid:
                    application = each
                    if not expected_missing(application):
                        return application
            except GLib.Error:
                pass  # it is still at work on its window
        time.sleep(0.3)
    return application or sys.exit("PBX Studio did not come to the accessibility bus")


def expected_missing(application):
    found = {(node.get_role(), node.get_name()) for node, _, _ in nodes(application)}
    return [each for each in EXPECTED if each not in found]


def main():
    studio, workspace, print_tree = sys.argv[1], sys.argv[2], "--print" in sys.argv[3:]
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copytree(workspace, os.path.join(folder, "specialists"))
        environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", LANGUAGE="en")
        process = subprocess.Popen([studio, copy], env=environment)
        try:
            application = find_application(process)
            for role, name in expected_missing(application):
                failures.append(f"no {role.value_nick} is called '{name}'")
            count = 0
            for node, depth, parents in nodes(application):
                count += 1
                if print_tree:
                    marks = "" if showing(node) else " (hidden)"
                    print(f"{'  ' * depth}{node.get_role_name()} '{node.get_name()}'{marks}")
                check(node, parents)
        finally:
            process.kill()
            process.wait()
    for failure in failures:
        print(failure, file=sys.stderr)
    print(f"{count} parts, {len(failures)} faults")
    sys.exit(1 if failures or count < 100 else 0)


if __name__ == "__main__":
    main()
