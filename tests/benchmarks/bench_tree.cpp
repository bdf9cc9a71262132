// SPDX-License-Identifier: GPL-3.0-or-later
// How long the tree and the prompt matrix take to show an environment of 10,000 files, and to scroll through it.
//   QT_QPA_PLATFORM=offscreen bench_tree [FILES]
#include "editor/desk/desk.h"
#include "editor/prompts/prompts_panel.h"
#include "editor/tree/tree_panel.h"
#include "environment/audio/sound_file.h"
#include "environment/files/atomic_file.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTreeView>

#include <algorithm>
#include <cstdio>

using namespace pbx;

namespace {

/// Median and worst of `count` steps from the top to the end, in ms.
void scroll(const char *what, QAbstractScrollArea *view, int count)
{
    std::vector<double> times;
    QScrollBar *bar = view->verticalScrollBar();
    for (int i = 0; i <= count; ++i) {
        QElapsedTimer timer;
        timer.start();
        bar->setValue(int(double(bar->maximum()) * i / count));
        (void)view->viewport()->grab(); // painted, whatever the screen
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    std::printf("%s: a step %.2f ms, the slowest %.2f ms\n", what, times[times.size() / 2], times.back());
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const int count = argc > 1 ? std::atoi(argv[1]) : 10'000;
    const QTemporaryDir folder;
    (void)files::saveFile(folder.filePath(QStringLiteral("workspace.settings")), "{\n DefaultDomain = d.example;\n}\n");
    const QString environment = folder.filePath(QStringLiteral("domains/d.example/environment"));
    const QByteArray wav = audio::toWav(audio::tone(440, 100));
    QDir().mkpath(environment + QStringLiteral("/russian"));
    for (int i = 0; i < count; ++i) {
        QFile file(QStringLiteral("%1/%2prompt%3.wav").arg(environment, i % 2 ? QStringLiteral("russian/") : QString()).arg(i / 2));
        if (file.open(QIODevice::WriteOnly))
            file.write(wav);
    }
    auto workspace = files::Workspace::open(folder.path());
    if (!workspace)
        return 2;
    editor::Desk desk;
    desk.setWorkspace(&*workspace);
    QElapsedTimer timer;

    editor::TreePanel tree(&desk);
    tree.resize(400, 800);
    timer.start();
    tree.setWorkspace(&*workspace);
    tree.show();
    tree.view()->expandAll();
    tree.repaint();
    std::printf("tree of %d files shown: %.0f ms\n", count, double(timer.nsecsElapsed()) / 1e6);
    scroll("tree", tree.view(), 200);

    editor::PromptsPanel prompts(&desk);
    prompts.resize(1000, 800);
    timer.start();
    prompts.show();
    prompts.repaint();
    std::printf("matrix of %d files shown: %.0f ms\n", count, double(timer.nsecsElapsed()) / 1e6);
    timer.start();
    desk.reread();
    std::printf("matrix read again: %.0f ms\n", double(timer.nsecsElapsed()) / 1e6);
    scroll("matrix", prompts.findChild<QTableView *>(), 200);
    desk.setWorkspace(nullptr);
    return 0;
}
