// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/archive/archive.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

#include <sys/resource.h>
#include <unistd.h>

/// Archives beside GNU tar, in turn, on the same files.
/// bench_archive [FILES [BYTES [ROUNDS]]]: packs so many prompts of that size and unpacks them into an empty environment,
/// then compares with what is there. Prints the median milliseconds of each, and the median ratio to tar of the same round; the
/// processor's time tells more on a machine that has other work.
namespace {

using namespace pbx;
using Clock = std::chrono::steady_clock;

[[noreturn]] void giveUp(const QString &what)
{
    std::fprintf(stderr, "bench_archive: %s\n", qPrintable(what));
    std::exit(1);
}

struct Cost {
    double wall = 0; ///< milliseconds
    double cpu = 0;  ///< of this process and its children, system included
};

double cpuMilliseconds()
{
    double sum = 0;
    for (const auto who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
        rusage usage{};
        ::getrusage(who, &usage);
        for (const timeval &time : {usage.ru_utime, usage.ru_stime})
            sum += double(time.tv_sec) * 1000 + double(time.tv_usec) / 1000;
    }
    return sum;
}

Cost costOf(const std::function<void()> &work)
{
    ::sync(); // nobody pays for what was written before
    const double cpu = cpuMilliseconds();
    const auto begin = Clock::now();
    work();
    return {std::chrono::duration<double, std::milli>(Clock::now() - begin).count(), cpuMilliseconds() - cpu};
}

void tar(const QStringList &arguments)
{
    if (QProcess::execute(QStringLiteral("tar"), arguments) != 0)
        giveUp(QStringLiteral("tar failed"));
}

void makePrompts(const QString &folder, int files, qsizetype size)
{
    QRandomGenerator random(1);
    QByteArray content(size, Qt::Uninitialized);
    for (char &byte : content)
        byte = char(random.generate());
    for (int i = 0; i < files; ++i) {
        content.replace(0, 8, QByteArray::number(i).rightJustified(8, '0'));
        const QString place = folder + (i % 2 == 0 ? QStringLiteral("/") : QStringLiteral("/russian/"));
        QDir().mkpath(place);
        QFile file(place + QStringLiteral("p%1.wav").arg(i, 5, 10, QLatin1Char('0')));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            giveUp(file.errorString());
    }
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

struct Race {
    std::vector<Cost> ours;
    std::vector<Cost> tars;
    void print(const char *what) const
    {
        for (const auto &[word, figure] : {std::pair{"wall", &Cost::wall}, {"cpu", &Cost::cpu}}) {
            std::vector<double> here;
            std::vector<double> there;
            std::vector<double> ratios;
            for (std::size_t i = 0; i < ours.size(); ++i) {
                here.push_back(ours[i].*figure);
                there.push_back(tars[i].*figure);
                ratios.push_back(here.back() / there.back());
            }
            std::printf("%-7s %-4s %6.0f ms, tar %6.0f ms, ratio %.2f\n", what, word, median(here), median(there), median(ratios));
        }
    }
};

} // namespace

int main(int argc, char **argv)
{
    const int files = argc > 1 ? std::atoi(argv[1]) : 5000;
    const int size = argc > 2 ? std::atoi(argv[2]) : 40 * 1024;
    const int rounds = argc > 3 ? std::atoi(argv[3]) : 5;
    if (files < 1 || size < 8 || rounds < 1)
        giveUp(QStringLiteral("files, bytes (at least 8) and rounds are positive numbers"));
    QTemporaryDir room(QDir::currentPath() + QStringLiteral("/bench-archive-XXXXXX"));
    const QString source = room.filePath(QStringLiteral("source"));
    makePrompts(source, files, size);

    Race packing;
    Race unpacking;
    std::vector<double> comparing;
    for (int round = 0; round < rounds; ++round) {
        // Nothing is deleted between the rounds: ext4 is slow to make files soon after.
        const QString ourTar = room.filePath(QStringLiteral("ours-%1.tar").arg(round));
        const QString theirTar = room.filePath(QStringLiteral("theirs-%1.tar").arg(round));
        packing.ours.push_back(costOf([&] {
            const auto layer = files::LayerIndex::scan(source, files::Layer::Domain, "environment");
            if (const auto count = archive::writeExport(archive::planExport(*layer), ourTar); !count)
                giveUp(count.error());
        }));
        packing.tars.push_back(costOf(
            [&] { tar({QStringLiteral("--format=ustar"), QStringLiteral("-C"), source, QStringLiteral("-cf"), theirTar, QStringLiteral(".")}); }));
        const QString ours = room.filePath(QStringLiteral("ours-%1/environment").arg(round));
        const QString theirs = room.filePath(QStringLiteral("theirs-%1/environment").arg(round));
        QDir().mkpath(ours);
        QDir().mkpath(theirs);
        unpacking.ours.push_back(costOf([&] {
            if (const auto plan = archive::unpack(ourTar, ours); !plan || plan->refused())
                giveUp(plan ? QStringLiteral("refused") : plan.error());
        }));
        unpacking.tars.push_back(costOf([&] { tar({QStringLiteral("-C"), theirs, QStringLiteral("-xf"), ourTar}); }));
        comparing.push_back(costOf([&] {
            const auto plan = archive::planImport(ourTar, ours);
            if (!plan || plan->count(archive::PlannedFile::State::Same) != files)
                giveUp(QStringLiteral("what was unpacked is not the same"));
        }).wall);
    }
    std::printf("%d files of %d bytes, %d rounds\n", files, size, rounds);
    packing.print("pack");
    unpacking.print("unpack");
    std::printf("compare  %6.0f ms\n", median(comparing));
    return 0;
}
