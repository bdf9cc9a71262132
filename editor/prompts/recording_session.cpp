// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/prompts/recording_session.h"

#include "editor/prompts/level_meter.h"
#include "editor/prompts/prompt_model.h"
#include "editor/prompts/waveform.h"
#include "environment/audio/loudness.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QIcon>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <cmath>

namespace pbx::editor {

namespace {

constexpr double tooQuiet = -45; // LUFS of the take as it was spoken
constexpr int shortestMs = 120;

QPushButton *makeButton(const char *name, const char *icon, QWidget *parent)
{
    auto *button = new QPushButton(QIcon::fromTheme(QLatin1StringView(icon)), QString(), parent);
    button->setObjectName(QLatin1StringView(name));
    button->setAutoDefault(false);
    return button;
}

} // namespace

RecordingSession::RecordingSession(Desk *desk, const QString &language, const QStringList &prompts, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_language(language.toStdString()), m_prompts(prompts)
{
    setObjectName(QStringLiteral("recordingSession"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(760, 560);
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("promptTextLabel"));
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);
    QFont large = m_text->font();
    large.setPointSizeF(large.pointSizeF() * 2.2);
    m_text->setFont(large);
    m_note = new QLabel(this);
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_meter = new LevelMeter(this);
    m_problem = new QLabel(this);
    m_problem->setObjectName(QStringLiteral("captureProblemLabel"));
    m_problem->setWordWrap(true);
    m_wave = new Waveform(this);
    m_words = new QLabel(this);
    m_words->setObjectName(QStringLiteral("takeLabel"));
    m_words->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(buildTop());
    layout->addWidget(m_text, 1);
    layout->addWidget(m_note);
    layout->addLayout(buildDevices());
    layout->addWidget(m_meter);
    layout->addWidget(m_problem);
    layout->addWidget(m_wave);
    layout->addWidget(m_words);
    layout->addLayout(buildButtons());
    connectAll();
    retranslate();
    fillDevices();
    showPrompt(0);
    m_record->setFocus();
}

RecordingSession::~RecordingSession() = default;

QLayout *RecordingSession::buildTop()
{
    m_place = new QLabel(this);
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(fontMetrics().height() / 2);
    auto *top = new QVBoxLayout;
    top->addWidget(m_place);
    top->addWidget(m_progress);
    return top;
}

QLayout *RecordingSession::buildDevices()
{
    m_deviceLabel = new QLabel(this);
    m_devices = new QComboBox(this);
    m_devices->setObjectName(QStringLiteral("microphoneBox"));
    m_devices->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_devices->setMinimumContentsLength(18);
    m_deviceLabel->setBuddy(m_devices);
    m_encodingLabel = new QLabel(this);
    m_encoding = new QComboBox(this);
    m_encoding->setObjectName(QStringLiteral("encodingBox"));
    m_encoding->addItems({QStringLiteral("PCM 16 bit"), QStringLiteral("A-law"), QStringLiteral("µ-law")});
    m_encodingLabel->setBuddy(m_encoding);
    m_tidy = new QPushButton(this);
    m_tidy->setObjectName(QStringLiteral("tidyButton"));
    m_tidy->setCheckable(true);
    m_tidy->setChecked(true);
    m_tidy->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_deviceLabel);
    row->addWidget(m_devices, 1);
    row->addWidget(m_encodingLabel);
    row->addWidget(m_encoding);
    row->addWidget(m_tidy);
    return row;
}

QLayout *RecordingSession::buildButtons()
{
    m_back = makeButton("previousPromptButton", "go-up", this);
    m_record = makeButton("recordButton", "media-record", this);
    m_listen = makeButton("listenButton", "media-playback-start", this);
    m_keep = makeButton("keepButton", "emblem-ok", this);
    m_skip = makeButton("skipButton", "go-down", this);
    m_close = makeButton("closeSessionButton", "window-close", this);
    auto *row = new QHBoxLayout;
    for (QPushButton *button : {m_record, m_listen, m_keep})
        row->addWidget(button, 1);
    row->addSpacing(16);
    for (QPushButton *button : {m_back, m_skip, m_close})
        row->addWidget(button);
    return row;
}

void RecordingSession::connectAll()
{
    connect(&m_capture, &Capture::level, m_meter, &LevelMeter::setLevel);
    connect(&m_capture, &Capture::devicesChanged, this, &RecordingSession::fillDevices);
    connect(&m_capture, &Capture::problemChanged, this, &RecordingSession::updateState);
    connect(m_devices, &QComboBox::activated, this, [this] { m_capture.choose(m_devices->currentData().toByteArray()); });
    connect(m_record, &QPushButton::clicked, this, &RecordingSession::toggle);
    connect(m_listen, &QPushButton::clicked, this, &RecordingSession::listen);
    connect(m_keep, &QPushButton::clicked, this, &RecordingSession::keep);
    connect(m_skip, &QPushButton::clicked, this, [this] { showPrompt(m_index + 1); });
    connect(m_back, &QPushButton::clicked, this, [this] { showPrompt(m_index - 1); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_tidy, &QPushButton::toggled, this, [this] { takeIn(); });
}

QString RecordingSession::currentPrompt() const
{
    return m_prompts.value(m_index);
}

void RecordingSession::fillDevices()
{
    m_devices->clear();
    for (const QAudioDevice &device : m_capture.devices()) {
        m_devices->addItem(device.description(), device.id());
        if (device.id() == m_capture.device())
            m_devices->setCurrentIndex(m_devices->count() - 1);
    }
    updateState();
}

void RecordingSession::showPrompt(int index)
{
    if (m_capture.recording())
        m_capture.stopRecording();
    m_index = std::clamp(index, 0, int(m_prompts.size()));
    m_raw = {};
    setTake({});
    const bool done = m_index >= m_prompts.size();
    const QString text = done ? QString() : promptText(*m_desk, m_language, currentPrompt().toStdString());
    m_text->setText(done           ? tr("That was the last one. %n prompt(s) recorded.", nullptr, m_kept)
                    : text.isEmpty() ? tr("“%1”").arg(currentPrompt())
                                     : text);
    m_note->setText(!done && text.isEmpty() ? tr("Nobody has written down what this prompt says; its name is all that is known.") : QString());
    m_place->setText(done ? tr("Done") : tr("%1, prompt %2 of %3: %4").arg(PromptModel::languageText(m_language)).arg(m_index + 1).arg(m_prompts.size()).arg(currentPrompt()));
    m_progress->setRange(0, int(m_prompts.size()));
    m_progress->setValue(m_index);
    m_text->setAccessibleName(m_text->text());
    updateState();
}

void RecordingSession::toggle()
{
    if (m_index >= m_prompts.size())
        return;
    if (!m_capture.recording()) {
        Q_EMIT stopRequested();
        m_capture.startRecording();
        m_time.start();
        updateState();
        return;
    }
    m_raw = m_capture.stopRecording();
    takeIn();
}

void RecordingSession::takeIn()
{
    if (m_raw.samples.empty())
        return;
    setTake(m_tidy->isChecked() ? audio::levelled(audio::trimmed(m_raw)) : m_raw);
    updateState();
}

void RecordingSession::setTake(const audio::Sound &take)
{
    m_take = take;
    m_wave->setSound(take);
}

void RecordingSession::listen()
{
    if (!m_take.samples.empty())
        Q_EMIT playRequested(m_take);
}

void RecordingSession::keep()
{
    if (m_take.samples.empty() || m_index >= m_prompts.size())
        return;
    PromptEdits edits(*m_desk, m_language);
    edits.put(currentPrompt().toStdString(), m_take, prompts::Origin::Recorded, audio::Encoding(m_encoding->currentIndex()));
    if (!edits.apply(tr("Record %1").arg(currentPrompt())))
        return;
    ++m_kept;
    Q_EMIT stopRequested();
    showPrompt(m_index + 1);
    m_record->setFocus();
}

QString RecordingSession::verdict() const
{
    if (m_raw.samples.empty())
        return {};
    const audio::Measure spoken = audio::measure(m_raw);
    if (m_raw.durationMs() < shortestMs)
        return tr("Hardly anything was recorded. Speak again.");
    if (!std::isfinite(spoken.loudness))
        return tr("Nothing was heard. Is the microphone switched on?");
    if (spoken.clipped > 0)
        return tr("Clipped: too loud for the microphone. Step back and speak again.");
    if (spoken.loudness < tooQuiet)
        return tr("Very quiet; the noise of the room will be heard. Come closer and speak again.");
    return tr("Good.");
}

void RecordingSession::updateState()
{
    const bool done = m_index >= m_prompts.size();
    const bool recording = m_capture.recording();
    const bool take = !m_take.samples.empty();
    m_problem->setVisible(!m_capture.problem().isEmpty());
    m_problem->setText(m_capture.problem());
    m_record->setEnabled(!done && m_capture.problem().isEmpty());
    m_record->setText(recording ? tr("Stop (Space)") : take ? tr("Again (Space)") : tr("Record (Space)"));
    m_record->setIcon(QIcon::fromTheme(recording ? QStringLiteral("media-playback-stop") : QStringLiteral("media-record")));
    m_listen->setEnabled(take && !recording);
    m_keep->setEnabled(take && !recording && !done);
    m_skip->setEnabled(!done && !recording);
    m_back->setEnabled(m_index > 0 && !recording);
    m_words->setText(recording ? tr("Recording…") : take ? verdict() + u' ' + m_wave->words() : tr("Press Space and read the text aloud."));
}

void RecordingSession::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_L: return listen();
    case Qt::Key_Return:
    case Qt::Key_Enter: return keep();
    case Qt::Key_PageDown: return showPrompt(m_index + 1);
    case Qt::Key_PageUp: return showPrompt(m_index - 1);
    case Qt::Key_Space: return toggle();
    default: QDialog::keyPressEvent(event);
    }
}

void RecordingSession::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showPrompt(m_index);
    }
    QDialog::changeEvent(event);
}

void RecordingSession::retranslate()
{
    setWindowTitle(tr("Record Prompts"));
    m_progress->setAccessibleName(tr("Prompts done"));
    m_deviceLabel->setText(tr("&Microphone:"));
    m_encodingLabel->setText(tr("Save &as:"));
    m_tidy->setText(tr("&Trim and level"));
    m_tidy->setToolTip(tr("Cut the silence at both ends and make all prompts equally loud"));
    m_meter->setAccessibleName(tr("Level of the microphone"));
    m_listen->setText(tr("Listen (L)"));
    m_keep->setText(tr("Keep, Next (Enter)"));
    m_skip->setText(tr("Skip"));
    m_skip->setToolTip(tr("Next prompt (Page Down)"));
    m_back->setText(tr("Back"));
    m_back->setToolTip(tr("Previous prompt (Page Up)"));
    m_close->setText(tr("Close"));
}

} // namespace pbx::editor
