#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""installed.py CMAKE BUILD VERSION [window]: what `cmake --install` gives.

Installs into an empty folder, moves that elsewhere – a program that looks for its files in the build tree or at a fixed
place is found out – and uses what is there as a user would: programs, manual, completion, desktop files.
"""
import configparser
import json
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
import xml.etree.ElementTree as ElementTree

CMAKE, BUILD, VERSION = sys.argv[1:4]
WINDOW = "window" in sys.argv[4:]
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
SCRATCH = tempfile.TemporaryDirectory(prefix="pbx-installed.")
PREFIX = os.path.join(SCRATCH.name, "there")

FILES = """
bin/pbx
share/man/man1/pbx.1
share/bash-completion/completions/pbx
share/zsh/site-functions/_pbx
share/fish/vendor_completions.d/pbx.fish
share/doc/pbx-studio/README.md
share/doc/pbx-studio/LICENSE
share/doc/pbx-studio/guide/check.md
share/doc/pbx-studio/guide/scenarios.md
share/pbx-studio/stock/pbx.sppr
share/pbx-studio/stock/welcome.wav
share/pbx-studio/stock/russian/welcome.wav
share/pbx-studio/example/specialists/workspace.settings
"""
WINDOW_FILES = """
bin/pbx-studio
share/man/man1/pbx-studio.1
share/applications/pbx-studio.desktop
share/metainfo/pbx-studio.metainfo.xml
share/mime/packages/x-cgpl.xml
share/icons/hicolor/scalable/apps/pbx-studio.svg
share/icons/hicolor/scalable/mimetypes/text-x-cgpl.svg
"""


def installed(name):
    return os.path.join(PREFIX, name)


def run(*words, status=0, **options):
    done = subprocess.run(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          encoding="utf-8", check=False, **options)
    if done.returncode != status:
        raise AssertionError(f"{words}: exit status {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def pbx(*words, **options):
    return run(installed("bin/pbx"), *words, **options)


def read(name):
    with open(installed(name), encoding="utf-8") as file:
        return file.read()


def commands():
    """From the help: it is printed from the same table, but by other code."""
    names = re.findall(r"^  ([a-z]+) ", pbx("--help"), re.M)
    assert len(names) > 10, names
    return names


def options_of(command):
    names = re.findall(r"^  (--?[a-z-]+)", pbx(command, "--help"), re.M)
    assert "--help" in names, names
    return names


def validate(tool, *words):
    """Runs a checker that not every system has; what it says is a failure."""
    if not shutil.which(tool):
        print(f"{tool} is not here: left out", file=sys.stderr)
        return ""
    done = subprocess.run([tool, *words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return done.stdout


def setUpModule():
    first = os.path.join(SCRATCH.name, "here")
    environment = {name: value for name, value in os.environ.items() if name not in ("DESTDIR", "PBX_STOCK")}
    run(CMAKE, "--install", BUILD, "--prefix", first, env=environment)
    os.rename(first, PREFIX)
    os.environ.pop("PBX_STOCK", None)


def tearDownModule():
    SCRATCH.cleanup()


class Files(unittest.TestCase):
    def test_all_are_there(self):
        for name in (FILES + (WINDOW_FILES if WINDOW else "")).split():
            self.assertTrue(os.path.isfile(installed(name)), name)

    def test_no_scratch_files(self):
        found = [name for _, folders, files in os.walk(PREFIX) for name in folders + files]
        self.assertEqual([name for name in found if name.startswith(".") or name.endswith((".sh", ".qrc", ".in"))], [])


class Program(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(dir=SCRATCH.name)
        self.addCleanup(folder.cleanup)
        self.example = shutil.copytree(installed("share/pbx-studio/example/specialists"), os.path.join(folder.name, "copy"))

    def test_version(self):
        self.assertEqual(pbx("--version"), f"pbx {VERSION}\n")

    def test_example(self):
        self.assertEqual(pbx("check", self.example), "")
        events = [json.loads(line) for line in
                  pbx("call", self.example, "200", "--at", "2026-11-25T12:00", "--keys", "1", "--format", "json").splitlines()]
        # The domain has no program of that name.
        self.assertIn("pbx", [event["program"] for event in events if event["event"] == "start"])
        self.assertEqual([event for event in events if event["event"] in ("missing", "error")], [])
        self.assertIn("ivanov", pbx("attendant", self.example, "200"))
        self.assertIn("welcome", pbx("prompts", self.example))
        pbx("test", self.example)

    def test_stock_is_the_installed_one(self):
        module = installed("share/pbx-studio/stock/onlyhere.sppi")
        program = os.path.join(self.example, "asks.sppr")
        with open(module, "w", encoding="utf-8") as file:
            file.write("function onlyHere() is\n  return \"the installed one\";\nend function;\n")
        self.addCleanup(os.remove, module)
        with open(program, "w", encoding="utf-8") as file:
            file.write("function onlyHere() external;\nentry main is\n  SysLog(onlyHere());\nend entry;\n")
        self.assertEqual(pbx("run", program), "the installed one\n")
        link = os.path.join(self.example, "link")
        os.symlink(installed("bin/pbx"), link)
        self.assertEqual(run(link, "run", program), "the installed one\n")


class Manual(unittest.TestCase):
    def test_every_command_and_option(self):
        page = read("share/man/man1/pbx.1")
        self.assertIn(f'"PBX Studio {VERSION}"', page)
        sections = dict(re.findall(r"^\.SS (\S+)\n(.*?)(?=^\.S[SH] )", page, re.M | re.S))
        self.assertEqual(list(sections), commands())
        for command, text in sections.items():
            for option in options_of(command):
                if option != "--help":
                    self.assertIn("\\fB" + option.replace("-", "\\-") + "\\fR", text, command)
        self.assertTrue(page.isascii())

    def test_roff(self):
        for name in ["pbx.1"] + ["pbx-studio.1"] * WINDOW:
            page = installed("share/man/man1/" + name)
            self.assertNotRegex(read("share/man/man1/" + name), "@[A-Z_]+@")
            if shutil.which("groff"):
                self.assertEqual(validate("groff", "-man", "-ww", "-z", page), "")
            self.assertEqual(validate("mandoc", "-T", "lint", "-W", "warning", page), "")


class Completion(unittest.TestCase):
    SCRIPT = "share/bash-completion/completions/pbx"

    def complete(self, *words):
        """What the function answers when the last word is being completed."""
        script = 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _pbx; printf "%s\\n" "${COMPREPLY[@]}"'
        return run("bash", "--norc", "-c", script, "bash", installed(self.SCRIPT), *words).split()

    def test_commands(self):
        self.assertEqual(self.complete("pbx", "ch"), ["check"])
        self.assertEqual(self.complete("pbx", ""), commands() + ["--help", "--version", "--completion"])
        self.assertEqual(self.complete("pbx", "--completion", "z"), ["zsh"])

    def test_options(self):
        for command in commands():
            self.assertEqual(sorted(self.complete("pbx", command, "-")), sorted(options_of(command)))
        self.assertEqual(self.complete("pbx", "call", "--real"), ["--real-time"])

    def test_values(self):
        self.assertEqual(self.complete("pbx", "call", "--format", ""), ["text", "json"])
        self.assertEqual(self.complete("pbx", "call", "--format", "=", "j"), ["json"])
        self.assertEqual(self.complete("pbx", "call", "--format", "="), ["text", "json"])
        self.assertEqual(self.complete("pbx", "call", "--from", ""), [])
        self.assertEqual(self.complete("pbx", "call", "--record", ""), [])
        # An option without a value: an operand follows. Behind "--" nothing else does.
        self.assertEqual(self.complete("pbx", "call", "--sound", ""), [])
        self.assertEqual(self.complete("pbx", "call", "--sound", "--form"), ["--format"])
        self.assertEqual(self.complete("pbx", "check", "--", "--"), [])

    def test_at_a_terminal(self):
        """A shell a user types into: the keys and the tabs go through its line editor."""
        with tempfile.TemporaryDirectory(dir=SCRATCH.name) as folder:
            os.mkdir(os.path.join(folder, "my workspace"))
            path = os.path.join(folder, "pbx")
            with open(path, "w", encoding="utf-8") as file:
                file.write('#!/bin/sh\nprintf "<%s>" "$@"; echo " end"\n')
            os.chmod(path, 0o755)
            for keys, heard in [
                ("pbx ch\t\n", "<check> end"),
                ("pbx call --rea\t--so\tmy\t\n", "<call><--real-time><--sound><my workspace/> end"),
                ("pbx call --form\tj\t\n", "<call><--format><json> end"),
                ("pbx call --format=j\t\n", "<call><--format=json> end"),
                ("pbx call --from my\t\n", "<call><--from><my> end"),
            ]:
                self.assertIn(heard, self.typed(folder, keys), keys)

    def typed(self, folder, keys):
        main, terminal = pty.openpty()
        environment = dict(os.environ, PATH=folder + ":" + os.environ["PATH"], PS1="ready> ", TERM="dumb", INPUTRC="/dev/null")
        shell = subprocess.Popen(["bash", "--norc", "--noprofile", "-i"], cwd=folder, env=environment, stdin=terminal,
                                 stdout=terminal, stderr=terminal, start_new_session=True)
        os.close(terminal)
        try:
            self.until(main, "ready> ")
            os.write(main, f"source '{installed(self.SCRIPT)}'; echo loaded\n".encode())
            self.until(main, "\nloaded\r\nready> ")
            os.write(main, keys.encode())
            return self.until(main, " end\r\n")
        finally:
            shell.kill()
            shell.wait()
            os.close(main)

    def until(self, terminal, wanted):
        heard = ""
        while wanted not in heard:
            if not select.select([terminal], [], [], 30)[0]:
                self.fail(f"no {wanted!r} in {heard!r}")
            heard += os.read(terminal, 4096).decode()
        return heard

    def test_other_shells(self):
        zsh, fish = read("share/zsh/site-functions/_pbx"), read("share/fish/vendor_completions.d/pbx.fish")
        self.assertTrue(zsh.startswith("#compdef pbx\n"))
        for command in commands():
            self.assertIn(f" -a {command} ", fish)
            self.assertRegex(zsh, rf"(?m)^ +{command}\) _arguments")
        self.assertEqual(validate("zsh", "-n", installed("share/zsh/site-functions/_pbx")), "")
        self.assertEqual(validate("fish", "-n", installed("share/fish/vendor_completions.d/pbx.fish")), "")

    def test_unknown_shell(self):
        pbx("--completion", "tcsh", status=2)
        pbx("--completion", status=2)


@unittest.skipUnless(WINDOW, "built without the window")
class Desktop(unittest.TestCase):
    def test_entry(self):
        name = "share/applications/pbx-studio.desktop"
        parser = configparser.RawConfigParser(strict=True, delimiters=("=",))
        parser.optionxform = str
        parser.read_string(read(name))
        entry = parser["Desktop Entry"]
        self.assertEqual(entry["Exec"], "pbx-studio %F")
        self.assertTrue(os.path.isfile(installed(f"share/icons/hicolor/scalable/apps/{entry['Icon']}.svg")))
        for key in ("Name", "GenericName", "Comment", "Keywords"):
            self.assertTrue(entry[key] and entry[key + "[ru]"], key)
        self.assertEqual(validate("desktop-file-validate", installed(name)), "")

    def test_metainfo(self):
        name = "share/metainfo/pbx-studio.metainfo.xml"
        root = ElementTree.parse(installed(name)).getroot()
        self.assertEqual(root.find("releases/release").get("version"), VERSION)
        self.assertEqual(root.findtext("launchable"), "pbx-studio.desktop")
        self.assertEqual(root.findtext("provides/mediatype"), "text/x-cgpl")
        for parent in root.iter():
            for tag in ("summary", "p", "li"):
                languages = [child.get(LANGUAGE) for child in parent.findall(tag)]
                self.assertEqual(languages, [None, "ru"] * (len(languages) // 2), tag)
        said = validate("appstreamcli", "validate", "--no-net", "--no-color", installed(name))
        # Both wait for an address on the web.
        known = ("cid-desktopapp-is-not-rdns", "url-homepage-missing")
        self.assertEqual([line for line in re.findall("(?m)^[EW]: .*", said) if not any(tag in line for tag in known)], [])

    def test_type_of_programs(self):
        shutil.copytree(installed("share/mime"), os.path.join(SCRATCH.name, "data/mime"))
        root = ElementTree.parse(installed("share/mime/packages/x-cgpl.xml")).getroot()
        space = "{http://www.freedesktop.org/standards/shared-mime-info}"
        self.assertEqual([glob.get("pattern") for glob in root.iter(space + "glob")], ["*.sppr", "*.sppi"])
        self.assertEqual([comment.get(LANGUAGE) for comment in root.iter(space + "comment")], [None, "ru"])
        if not shutil.which("update-mime-database") or not shutil.which("gio"):
            self.skipTest("update-mime-database or gio is not here")
        environment = dict(os.environ, XDG_DATA_HOME=os.path.join(SCRATCH.name, "none"),
                           XDG_DATA_DIRS=os.path.join(SCRATCH.name, "data") + ":/usr/share", LC_ALL="C.UTF-8")
        self.assertEqual(run("update-mime-database", os.path.join(SCRATCH.name, "data/mime"), env=environment), "")
        for name in ("share/pbx-studio/stock/pbx.sppr", "share/pbx-studio/stock/trim.sppi"):
            self.assertIn("standard::content-type: text/x-cgpl",
                          run("gio", "info", "-a", "standard::content-type", installed(name), env=environment))


@unittest.skipUnless(WINDOW and os.environ.get("DISPLAY"), "needs the window and a display")
class Window(unittest.TestCase):
    """The installed window opens the example as a copy that the user may change."""

    def test_example(self):
        data = os.path.join(SCRATCH.name, "user")
        environment = dict(os.environ, XDG_DATA_HOME=data, XDG_CONFIG_HOME=os.path.join(SCRATCH.name, "config"),
                           QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", LANGUAGE="en", QT_QPA_PLATFORM="xcb")
        window = subprocess.Popen([installed("bin/pbx-studio")], env=environment)
        try:
            self.wait(window, lambda: self.press(window, "openExampleButton"))
            self.wait(window, lambda: "specialists" in self.title(window).lower() or "Специалисты" in self.title(window))
            self.assertEqual(self.classes(window)[0], "pbx-studio")
        finally:
            window.terminate()
            window.wait()
        copy = os.path.join(data, "PBX Studio/example/specialists")
        self.assertTrue(os.path.isfile(os.path.join(copy, "workspace.settings")))
        self.assertEqual(pbx("check", copy), "")

    def wait(self, window, happened):
        end = time.monotonic() + 60
        while not happened():
            self.assertIsNone(window.poll(), "PBX Studio ended")
            self.assertLess(time.monotonic(), end)
            time.sleep(0.2)

    def press(self, window, name):
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi, GLib

        def find(node, depth=0):
            if node.get_accessible_id().endswith(name):
                return node
            below = (node.get_child_at_index(index) for index in range(node.get_child_count())) if depth < 20 else ()
            return next((found for child in below if child and (found := find(child, depth + 1))), None)
        try:
            desktop = Atspi.get_desktop(0)
            for index in range(desktop.get_child_count()):
                application = desktop.get_child_at_index(index)
                if application and application.get_process_id() == window.pid:
                    button = find(application)
                    return bool(button) and button.get_action_iface().do_action(0)
        except GLib.Error:
            pass  # it is still at work on its window
        return False

    def number(self, window):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(window.pid)], stdout=subprocess.PIPE,
                               text=True, check=False).stdout.split()
        return found[0] if found else None

    def title(self, window):
        number = self.number(window)
        return run("xdotool", "getwindowname", number) if number else ""

    def classes(self, window):
        return re.findall(r'"([^"]*)"', run("xprop", "-id", self.number(window), "WM_CLASS"))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
