// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/deploy/item_view.h"

#include "editor/code/difference_view.h"
#include "editor/deploy/deploy_model.h"
#include "editor/deploy/pieces.h"
#include "editor/prompts/waveform.h"
#include "environment/audio/sound_file.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTreeWidget>

namespace pbx::editor {

using deploy::Item;
using deploy::ItemKind;
using deploy::Side;

namespace {

enum Page { NothingPage, TextPage, SoundPage, SettingsPage };

QString shown(const std::optional<std::string> &value)
{
    return value ? QString::fromStdString(*value) : ItemView::tr("not set");
}

} // namespace

ItemView::ItemView(QWidget *parent)
    : QWidget(parent), m_title(plainLabel("itemTitle", this)), m_notice(new Notice("itemNotice", this)),
      m_progress(new QProgressBar(this)), m_pages(new QStackedWidget(this))
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(fontMetrics().height() / 2);
    m_pages->addWidget(new QWidget(m_pages));
    m_pages->addWidget(buildText());
    m_pages->addWidget(buildSounds());
    m_pages->addWidget(buildSettings());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_title);
    layout->addWidget(m_progress);
    layout->addWidget(m_notice);
    layout->addWidget(m_pages, 1);
    retranslate();
    showItem(nullptr);
}

QWidget *ItemView::buildText()
{
    auto *page = new QWidget(m_pages);
    m_legend = new QLabel(page);
    m_text = new DifferenceView(page);
    m_text->setObjectName(QStringLiteral("itemText"));
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_legend);
    layout->addWidget(m_text, 1);
    return page;
}

QWidget *ItemView::buildSounds()
{
    auto *page = new QWidget(m_pages);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto build = [&](const char *waveName, const char *playName) {
        SoundSide side{new QLabel(page), new Waveform(page), plainLabel("", page),
                       deployButton(playName, "media-playback-start", {}, page)};
        side.wave->setObjectName(QLatin1StringView(waveName));
        auto *top = new QHBoxLayout;
        top->addWidget(side.title, 1);
        top->addWidget(side.play);
        layout->addLayout(top);
        layout->addWidget(side.wave);
        layout->addWidget(side.words);
        connect(side.play, &QPushButton::clicked, this, [this, wave = side.wave] { Q_EMIT playRequested(wave->sound()); });
        return side;
    };
    m_soundHere = build("waveHere", "playHereButton");
    m_soundThere = build("waveThere", "playThereButton");
    m_silence = deployButton("silenceButton", "", {}, page);
    connect(m_silence, &QPushButton::clicked, this, &ItemView::stopRequested);
    layout->addWidget(m_silence, 0, Qt::AlignRight);
    layout->addStretch();
    auto *area = new QScrollArea(m_pages); // where the window is low
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(page);
    return area;
}

QWidget *ItemView::buildSettings()
{
    m_keys = new QTreeWidget(m_pages);
    m_keys->setObjectName(QStringLiteral("itemKeys"));
    m_keys->setRootIsDecorated(false);
    m_keys->setAlternatingRowColors(true);
    m_keys->setWordWrap(true);
    return m_keys;
}

void ItemView::retranslate()
{
    m_legend->setText(tr("− only here    + only on the server"));
    m_text->setName(tr("Lines that differ: minus only here, plus only on the server"));
    m_soundHere.title->setText(tr("Here"));
    m_soundThere.title->setText(tr("On the server"));
    m_soundHere.play->setText(tr("Play This O&ne"));
    m_soundThere.play->setText(tr("Play the Ser&ver's"));
    m_silence->setText(tr("&Silence"));
    m_keys->setHeaderLabels({tr("Key"), tr("Here"), tr("On the server"), tr("State"), tr("At the last pull or push")});
    m_keys->setAccessibleName(tr("Settings that differ"));
    m_progress->setAccessibleName(tr("Both sides are read"));
    if (m_readItem && m_item && m_readItem->path == m_item->path && !m_job.running())
        showSides();
}

void ItemView::setSource(const QString &folder, const server::Scope &scope, const ServerAccess &access)
{
    m_folder = folder;
    m_scope = scope;
    m_access = access;
    m_readItem.reset();
    showItem(nullptr);
}

void ItemView::showItem(const Item *item)
{
    if (item && m_item && m_item->path == item->path && m_item->here == item->here && m_item->there == item->there)
        return;
    m_item = item ? std::optional(*item) : std::nullopt;
    m_pages->setCurrentIndex(NothingPage);
    m_notice->clear();
    m_progress->hide();
    m_title->setText(item ? DeployModel::nameOf(*item) + QStringLiteral(" – ") + DeployModel::stateText(*item) : QString());
    m_title->setVisible(item); // its words can be copied, so the keyboard stops at it: not when there are none
    if (!item) {
        m_job.stop();
    } else if (item->kind != ItemKind::File) {
        showKeys();
    } else if (m_job.running()) {
        m_job.stop(); // the end begins the next
        m_progress->show();
    } else {
        read();
    }
}

ItemView::Content ItemView::readSide(const files::Workspace &workspace, const server::Scope &scope, const Item &item, Side side,
                                     const deploy::Job &job)
{
    Content content;
    content.exists = !(side == Side::Here ? item.here : item.there).empty();
    if (!content.exists)
        return content;
    auto bytes = deploy::content(workspace, scope, item, side, job);
    if (!bytes) {
        content.problem = bytes.error().text();
        return content;
    }
    content.bytes = std::move(*bytes);
    if (DeployModel::isSound(item)) {
        auto sound = audio::readData(QByteArrayView(content.bytes.data(), qsizetype(content.bytes.size())));
        if (sound)
            content.sound = std::move(*sound);
        else
            content.problem = sound.error();
    }
    return content;
}

void ItemView::read()
{
    m_progress->show();
    m_readItem = m_item;
    m_job.start(
        [this, folder = m_folder, scope = m_scope, access = m_access, item = *m_item](const std::stop_token &stop) {
            const auto workspace = files::Workspace::open(folder);
            if (!workspace) {
                m_sides = {};
                m_sides.here.problem = workspace.error();
                return;
            }
            const deploy::Job job = m_job.job(access, stop);
            m_sides.here = readSide(*workspace, scope, item, Side::Here, job);
            m_sides.there = readSide(*workspace, scope, item, Side::There, job);
        },
        [this] {
            if (!m_item || m_item->kind != ItemKind::File)
                return;
            const bool other = m_readItem->path != m_item->path || m_readItem->here != m_item->here || m_readItem->there != m_item->there;
            if (other || m_job.stopped())
                read();
            else
                showSides();
        });
}

void ItemView::showSides()
{
    m_progress->hide();
    if (DeployModel::isSound(*m_item)) {
        showSound(m_soundHere, m_sides.here);
        showSound(m_soundThere, m_sides.there);
        m_pages->setCurrentIndex(SoundPage);
        return;
    }
    const QString problem = m_sides.here.problem.isEmpty() ? m_sides.there.problem : m_sides.here.problem;
    m_notice->show(Notice::Kind::Error, problem);
    if (!problem.isEmpty())
        return;
    m_text->setTexts(QByteArray::fromStdString(m_sides.here.bytes), QByteArray::fromStdString(m_sides.there.bytes));
    m_pages->setCurrentIndex(TextPage);
}

void ItemView::showSound(SoundSide &side, const Content &content)
{
    side.wave->setSound(content.sound.value_or(audio::Sound()));
    side.play->setEnabled(content.sound && !content.sound->samples.empty());
    side.words->setText(!content.exists ? tr("There is none.") : content.problem.isEmpty() ? side.wave->words() : content.problem);
}

void ItemView::showKeys()
{
    m_keys->clear();
    for (const deploy::KeyDifference &key : m_item->keys) {
        Item state;
        state.state = key.state;
        state.side = key.here ? Side::Here : Side::There;
        auto *row = new QTreeWidgetItem(m_keys, {QString::fromStdString(key.key), shown(key.here), shown(key.there),
                                                 DeployModel::stateText(state), shown(key.base)});
        row->setIcon(3, QIcon::fromTheme(DeployModel::stateIcon(state)));
        for (int column = 0; column < 5; ++column)
            row->setToolTip(column, row->text(column));
    }
    m_keys->resizeColumnToContents(0);
    m_keys->resizeColumnToContents(3);
    if (m_item->keys.empty())
        m_notice->show(Notice::Kind::Note, tr("No setting differs."));
    m_pages->setCurrentIndex(SettingsPage);
}

QString ItemView::text() const
{
    return m_pages->currentIndex() == TextPage ? m_text->text() : QString();
}

} // namespace pbx::editor
