#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""accessibility.py STUDIO WORKSPACE [--print]: what a screen reader is told of the window.

Starts PBX Studio on a copy of the workspace and walks its tree on the accessibility bus; then opens each panel and dialog
of PLACES there, and walks it too. Fails for everything that can have the focus, or be pressed, chosen or read on, and has
no name; for a box of choices that tells its choice but not what it is for; and for what a place ought to offer and does
not. With --print, also prints the trees. Run it through resources/build/desktop.sh.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

START = 60.0  # seconds
LIMIT = 60.0  # for whatever is waited for later
# A dialog that waits for its answer does not answer the bus before: it is open all the same.
REPLY = 1500  # milliseconds
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


@dataclass
class Place:
    """What is opened by an entry of the menu, a tab or a button. A dialog is closed by the button `close`, or by Escape."""
    opens: str
    expected: list = field(default_factory=list)  # role, name
    told: list = field(default_factory=list)  # name, pattern that its description fits
    cells: list = field(default_factory=list)  # name of the table or tree, patterns that one cell each fits
    close: str = ""
    by: Role = Role.MENU_ITEM
    window: str = ""  # the title of a dialog


def button(*names):
    return [(Role.PUSH_BUTTON, name) for name in names]


PLACES = [
    Place("Attendant", [(Role.TREE, "Department menu"), (Role.SPIN_BUTTON, "Directory digits:"), *button("Move Up", "Add")],
          [("Key 1: ivanov\nИван Иванов", "ivanov"), *[(f"Key {key}: not used", "not used") for key in range(4, 10)],
           ("Key #: hear the menu again", "menu")],
          [("Department menu", ["1", "ivanov"])]),
    Place("Accounts", [(Role.TREE, "Accounts"), (Role.LABEL, "ivanov@specialists.example"), (Role.TEXT, "Aliases:"),
                       (Role.SPIN_BUTTON, "Working day begins"), *button("Create", "Call Then")],
          [("Working hours of the week", r"Mon 09:00: working"),
           ("What callers get through the week", r"Mon 09:00: rings ivanov@specialists\.example")],
          [("The week in words", ["Mon–Fri 09:00–18:00", r"rings ivanov@specialists\.example"]),
           ("Call rules in the order in which they are asked", ["at once"])]),
    Place("Prompts", [(Role.TABLE, "Prompts and languages"), (Role.TEXT, "Find a prompt by name"), *button("Play", "Trim")],
          [("Waveform", r"\d s · loudness -?[\d.]+ LUFS · peak")],
          [("Prompts and languages", ["0", "0, Default: inherited", "0, Russian: own"])]),
    # The chosen prompt again: of the example none is left to record.
    Place("Record…", [(Role.PROGRESS_BAR, "Prompts done"), (Role.CHECK_BOX, "Trim and level"), *button("Skip")],
          [("Level of the microphone", r"dB|silence"), ("Waveform", ".")], close="Close", by=Role.PUSH_BUTTON,
          window="Record Prompts"),
    Place("Deploy", [(Role.TREE, "Differences between the workspace and the server"), (Role.COMBO_BOX, "Server:"),
                     (Role.PAGE_TAB, "History"), *button("Compare", "Pull", "Push…")]),
    Place("Search the Workspace…", [(Role.TEXT, "Text to look for in the workspace"), (Role.TREE, "Places found"),
                                    (Role.CHECK_BOX, "Match case"), *button("Search")]),
    Place("Problems", [(Role.LABEL, "No problems in the open files.")], by=Role.PAGE_TAB),
    Place("Scenarios", [(Role.TREE, "Scenarios"), (Role.TEXT, "Filter the scenarios"), *button("Run All", "Stop")],
          by=Role.PAGE_TAB),
    Place("Phones", [(Role.TREE, "Phones of the accounts"), *button("Answer", "Refuse")], by=Role.PAGE_TAB),
    Place("Mail", [(Role.LABEL, "Mail that a program sends during the call is shown here as its recipient would see it.")],
          by=Role.PAGE_TAB),
    Place("Built-in Reference", [(Role.TEXT, "Find a built-in"), (Role.LIST, "Built-in procedures and functions")]),
    Place("New Program…", [(Role.TEXT, "Name:"), *button("Create")], close="Cancel", window="New Program"),
    Place("New Workspace…", [(Role.TEXT, "Folder:"), (Role.TEXT, "Domain:"), *button("Create", "Choose a folder")],
          close="Cancel", window="New Workspace"),
    Place("Keyboard Shortcuts…", [(Role.TREE, "Commands"), *button("Assign", "Reset All")], close="Cancel",
          cells=[("Commands", ["New Program", "Ctrl\\+N"])], window="Keyboard Shortcuts"),
    Place("Servers…", [(Role.LIST, "Servers"), (Role.TEXT, "Host:"), *button("Add", "Test the Connection")], close="Cancel",
          window="Servers"),
    Place("Practice Server…", [(Role.RADIO_BUTTON, "Over a folder that stays:"), *button("Start")], close="Close",
          window="Practice Server"),
    Place("Export Archive…", [(Role.TREE, "Files for the archive"), (Role.TEXT, "File:")], close="Cancel",
          window="Export an Archive"),
    Place("About PBX Studio", button("OK"), close="OK", window="About PBX Studio"),
    Place("Go to Anything…", [(Role.TREE, "What fits")], [("Name to go to", "Prompt")], window="Go to Anything"),
]
failures = []


def fail(words):
    if words not in failures:
        failures.append(words)


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
        fail(f"a {node.get_role_name()} without name: {path} (id {node.get_accessible_id()!r})")


def labelled(node):
    return any(r.get_relation_type() == Atspi.RelationType.LABELLED_BY for r in node.get_relation_set())


def check_choices(node):
    """A box's name on the bus may be no more than what is chosen in it: then a label, or a description, tells the rest. The
    line of one that can be typed into has the focus in its stead, and a name of its own."""
    if node.get_role() != Role.COMBO_BOX or not showing(node) or labelled(node) or node.get_description():
        return
    if not any(child.get_role() in (Role.TEXT, Role.ENTRY) for child in children(node)):
        fail(f"a box tells its choice '{node.get_name()}' and not what it is for (id {node.get_accessible_id()!r})")


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


def wait_for(condition):
    """What the condition gives, once it is something; None after the limit. The tree may change while it is read."""
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        try:
            if found := condition():
                return found
        except GLib.Error:
            pass
        time.sleep(0.1)
    return None


def find(root, role, name):
    return next((node for node, _, _ in nodes(root) if node.get_role() == role and node.get_name() == name), None)


def press(node):
    try:
        node.do_action(0)
    except GLib.Error:
        pass  # a dialog that waits for its answer; whether it is there is seen next


def dialog(application, place):
    return next((top for top in children(application) if top.get_name() == place.window and showing(top)), None)


def cell_names(root, name):
    for node, _, _ in nodes(root):
        if node.get_name() == name and node.get_role() in (Role.TABLE, Role.TREE, Role.TREE_TABLE, Role.LIST):
            return [cell.get_name() for cell in children(node)]
    return []


def missing(root, place):
    shown = [node for node, _, _ in nodes(root) if showing(node)]
    found = {(node.get_role(), node.get_name()) for node in shown}
    descriptions = {node.get_name(): node.get_description() for node in shown if node.get_description()}
    lacks = [f"{role.value_nick} '{name}'" for role, name in place.expected if (role, name) not in found]
    lacks += [f"'{name}' that tells '{pattern}'" for name, pattern in place.told
              if not re.search(pattern, descriptions.get(name, ""))]
    for name, patterns in place.cells:
        cells = cell_names(root, name)
        lacks += [f"cell '{pattern}' in '{name}'" for pattern in patterns
                  if not any(re.fullmatch(pattern, cell) for cell in cells)]
    return lacks


def walk(root, print_tree):
    count = 0
    for node, depth, parents in nodes(root):
        count += 1
        if print_tree:
            marks = "" if showing(node) else " (hidden)"
            print(f"{'  ' * depth}{node.get_role_name()} '{node.get_name()}'{marks}")
        check(node, parents)
        check_choices(node)
    return count


def close_dialog(application, place):
    if place.close:
        press(wait_for(lambda: find(dialog(application, place), Role.PUSH_BUTTON, place.close)))
    else:
        Atspi.generate_keyboard_event(0xFF1B, None, Atspi.KeySynthType.SYM)  # Escape
    if not wait_for(lambda: dialog(application, place) is None):
        sys.exit(f"{place.window} does not close")


def visit(application, place, print_tree):
    entry = wait_for(lambda: find(application, place.by, place.opens))
    if not entry:
        return fail(f"nothing opens '{place.opens}'") or 0
    press(entry)
    root = wait_for(lambda: dialog(application, place)) if place.window else application
    if not root:
        return fail(f"'{place.opens}' does not open '{place.window}'") or 0
    if not wait_for(lambda: not missing(root, place)):
        for each in missing(root, place):
            fail(f"{place.opens}: no {each}")
    count = walk(root, print_tree)
    if place.window:
        close_dialog(application, place)
    return count


def main():
    studio, workspace, print_tree = sys.argv[1], sys.argv[2], "--print" in sys.argv[3:]
    Atspi.set_timeout(REPLY, int(START * 1000))
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copytree(workspace, os.path.join(folder, "specialists"))
        environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", LANGUAGE="en")
        process = subprocess.Popen([studio, copy], env=environment)
        try:
            application = find_application(process)
            for role, name in expected_missing(application):
                fail(f"no {role.value_nick} is called '{name}'")
            count = walk(application, print_tree)
            for place in PLACES:
                count += visit(application, place, print_tree)
        finally:
            process.kill()
            process.wait()
    for failure in failures:
        print(failure, file=sys.stderr)
    print(f"{count} parts, {len(failures)} faults")
    sys.exit(1 if failures or count < 100 else 0)


if __name__ == "__main__":
    main()
