// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/phone/phone_panel.h"

#include "preview/phone/call_options.h"
#include "preview/phone/event_text.h"
#include "preview/phone/keypad.h"
#include "preview/phone/player.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileInfo>
#include <QIcon>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace pbx::phone {

namespace {

constexpr int tickMs = 100;
constexpr int historyLength = 20;

} // namespace

PhonePanel::PhonePanel(QWidget *parent)
    : QWidget(parent), m_controller(new CallController(this)), m_player(new Player(this))
{
    setObjectName(QStringLiteral("phonePanel"));
    m_controller->setMediaPort(m_player);
    m_display = new PhoneDisplay(this);
    m_keypad = new Keypad(this);
    m_keypad->setEnabled(false);
    m_options = new CallOptions(this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(6);
    layout->addLayout(buildDialRow());
    layout->addWidget(m_display);
    layout->addWidget(m_keypad, 1);
    layout->addWidget(m_options);
    m_keypad->setMaximumHeight(fontMetrics().height() * 16);
    layout->addStretch(0);

    for (QWidget *control : m_options->findChildren<QWidget *>())
        control->installEventFilter(this);
    m_tick.setInterval(tickMs);
    connectAll();
    retranslate();
    refresh();
}

PhonePanel::~PhonePanel()
{
    m_controller->setMediaPort(nullptr);
}

QLayout *PhonePanel::buildDialRow()
{
    m_addressLabel = new QLabel(this);
    m_address = new QComboBox(this);
    m_address->setObjectName(QStringLiteral("addressBox"));
    m_address->setEditable(true);
    m_address->setInsertPolicy(QComboBox::NoInsert);
    m_address->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_address->setMinimumContentsLength(12);
    m_address->lineEdit()->setClearButtonEnabled(true);
    m_addressLabel->setBuddy(m_address);
    m_call = new QPushButton(QIcon::fromTheme(QStringLiteral("call-start")), QString(), this);
    m_call->setObjectName(QStringLiteral("callButton"));
    m_hangUp = new QPushButton(QIcon::fromTheme(QStringLiteral("call-stop")), QString(), this);
    m_hangUp->setObjectName(QStringLiteral("hangUpButton"));

    auto *dial = new QHBoxLayout;
    dial->setSpacing(8);
    dial->addWidget(m_addressLabel);
    dial->addWidget(m_address, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_call, 1);
    buttons->addWidget(m_hangUp, 1);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(8);
    rows->addLayout(dial);
    rows->addLayout(buttons);
    return rows;
}

void PhonePanel::connectAll()
{
    connect(m_call, &QPushButton::clicked, this, &PhonePanel::requestCall);
    connect(m_hangUp, &QPushButton::clicked, this, &PhonePanel::hangUp);
    connect(m_address->lineEdit(), &QLineEdit::returnPressed, this, &PhonePanel::requestCall);
    connect(m_address, &QComboBox::currentTextChanged, this, &PhonePanel::refresh);
    connect(m_keypad, &Keypad::keyPressed, this, [this](char key) {
        m_player->playKey(key);
        m_controller->press(key);
    });
    connect(m_controller, &CallController::stateChanged, this, &PhonePanel::refresh);
    connect(m_controller, &CallController::callEnded, this, [this] {
        m_player->end();
        m_tick.stop();
        const bool hadFocus = m_keypad->isAncestorOf(focusWidget()) || m_hangUp->hasFocus();
        refresh();
        if (hadFocus)
            m_call->setFocus(Qt::OtherFocusReason);
    });
    connect(m_player, &Player::problemChanged, this, &PhonePanel::refresh);
    connect(m_player, &Player::fileProblem, this, [this](const QString &path, const QString &reason) {
        m_fileProblem = QStringLiteral("%1: %2").arg(QFileInfo(path).fileName(), reason);
        refresh();
    });
    connect(m_options, &CallOptions::speedChanged, this, [this](CallController::Speed speed) {
        m_player->setAudible(speed == CallController::Speed::Normal);
        m_controller->setSpeed(speed);
    });
    connect(m_options, &CallOptions::volumeChanged, m_player, &Player::setVolume);
    connect(m_options, &CallOptions::mutedChanged, m_player, &Player::setMuted);
    connect(&m_tick, &QTimer::timeout, this, &PhonePanel::refresh);
}

QString PhonePanel::address() const
{
    return m_address->currentText().trimmed();
}

void PhonePanel::setAddress(const QString &address)
{
    m_address->setEditText(address);
}

QStringList PhonePanel::addressHistory() const
{
    QStringList all;
    for (int i = 0; i < m_address->count(); ++i)
        all += m_address->itemText(i);
    return all;
}

void PhonePanel::setAddressHistory(const QStringList &addresses)
{
    m_address->clear();
    m_address->addItems(addresses.first(qMin<qsizetype>(addresses.size(), historyLength)));
}

void PhonePanel::rememberAddress()
{
    const QString text = address();
    const int known = m_address->findText(text, Qt::MatchFixedString | Qt::MatchCaseSensitive);
    if (known >= 0)
        m_address->removeItem(known);
    m_address->insertItem(0, text);
    while (m_address->count() > historyLength)
        m_address->removeItem(m_address->count() - 1);
    m_address->setCurrentIndex(0);
}

void PhonePanel::focusKeypad()
{
    m_keypad->setFocus(Qt::ShortcutFocusReason);
}

void PhonePanel::focusAddress()
{
    m_address->setFocus(Qt::ShortcutFocusReason);
    m_address->lineEdit()->selectAll();
}

void PhonePanel::replay(const QStringList &paths)
{
    m_fileProblem.clear();
    m_player->replay(paths);
    refresh();
}

void PhonePanel::requestCall()
{
    if (!m_controller->running() && !address().isEmpty())
        Q_EMIT callRequested();
}

void PhonePanel::call()
{
    if (m_controller->running() || address().isEmpty())
        return;
    rememberAddress();
    m_fileProblem.clear();
    m_player->setAudible(m_options->speed() == CallController::Speed::Normal);
    m_player->setVolume(m_options->volume());
    m_player->setMuted(m_options->muted());
    if (m_options->speed() == CallController::Speed::Normal)
        m_player->begin();
    m_controller->setSpeed(m_options->speed());
    CallRequest request;
    request.address = address();
    request.startTime = m_options->moment(m_zone);
    request.failures = m_options->failures();
    m_tick.start();
    m_controller->call(request);
    refresh();
    if (m_controller->running())
        focusKeypad();
}

void PhonePanel::hangUp()
{
    m_controller->hangUp();
}

void PhonePanel::keyPressEvent(QKeyEvent *event)
{
    const char key = m_controller->running() ? Keypad::keyOf(*event) : 0;
    if (key)
        m_keypad->press(key);
    else
        QWidget::keyPressEvent(event);
}

/// Lists and sliders have their own ideas about digits; while a call runs those are keys of the telephone.
bool PhonePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !m_controller->running())
        return QWidget::eventFilter(watched, event);
    const char key = Keypad::keyOf(*static_cast<QKeyEvent *>(event));
    if (key)
        m_keypad->press(key);
    return key != 0;
}

void PhonePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QWidget::changeEvent(event);
}

void PhonePanel::retranslate()
{
    m_addressLabel->setText(tr("&Dial:"));
    m_address->lineEdit()->setPlaceholderText(tr("callback#ivanov"));
    m_address->setToolTip(tr("What the caller dials: an account (ivanov), an alias (200) or a program (callback#ivanov)"));
    m_address->setAccessibleName(tr("Address to dial"));
    m_address->lineEdit()->setAccessibleName(m_address->accessibleName()); // it is what has the focus
    m_call->setText(tr("&Call"));
    m_hangUp->setText(tr("Ha&ng up"));
}

void PhonePanel::refresh()
{
    const bool running = m_controller->running();
    m_call->setEnabled(!running && !address().isEmpty());
    m_hangUp->setEnabled(running);
    m_address->setEnabled(!running);
    m_keypad->setEnabled(running);
    m_options->setRunning(running);
    const call::CallView view = m_controller->view();
    if (view.waitEnds != m_waitEnds) {
        m_waitEnds = view.waitEnds;
        m_waitBegan = m_controller->now();
    }
    m_display->show(displayState());
}

DisplayState PhonePanel::displayState() const
{
    DisplayState state;
    const call::CallView view = m_controller->view();
    describeState(view, state);
    if (m_controller->hasCall()) {
        state.elapsed = clockText(m_controller->now());
        const QString program = QString::fromStdString(view.program);
        const QString account = QString::fromStdString(view.account);
        state.who = program.isEmpty() ? account : tr("%1 for %2").arg(program, account);
        state.keys = m_controller->pressedKeys();
        describeActivity(view, state);
    }
    state.note = !m_player->problem().isEmpty() ? m_player->problem() : m_fileProblem;
    if (state.note.isEmpty() && m_controller->running() && m_controller->speed() != CallController::Speed::Normal)
        state.note = tr("Nothing is heard at this speed.");
    return state;
}

void PhonePanel::describeState(const call::CallView &view, DisplayState &state) const
{
    using State = call::CallView::State;
    using Lamp = DisplayState::Lamp;
    switch (view.state) {
    case State::Idle:
        state.state = tr("Ready");
        if (!m_controller->hasCall())
            state.activity = tr("Dial an address and press Call.");
        break;
    case State::Ringing:
        state.state = tr("Ringing");
        state.lamp = Lamp::Ringing;
        break;
    case State::Provisioned:
        state.state = tr("Not yet answered");
        state.lamp = Lamp::Ringing;
        break;
    case State::Connected:
        state.state = tr("Connected");
        state.lamp = view.waiting == call::CallView::Waiting::Key ? Lamp::Waiting : Lamp::On;
        break;
    case State::Ended:
        state.state = m_controller->failed() ? tr("Ended by an error") : tr("Call ended");
        state.lamp = m_controller->failed() ? Lamp::Failed : Lamp::Ended;
        if (!view.outcome.empty())
            state.activity = tr("The caller is left with: %1").arg(QString::fromStdString(view.outcome));
        break;
    }
}

void PhonePanel::describeActivity(const call::CallView &view, DisplayState &state) const
{
    if (!m_controller->running())
        return;
    const std::int64_t now = m_controller->now();
    if (!view.prompt.empty()) {
        const QString name = QFileInfo(QString::fromStdString(view.prompt)).completeBaseName();
        const std::int64_t played = std::max<std::int64_t>(0, now - view.promptStart);
        if (view.promptLength > 0) {
            state.activity = tr("Prompt %1, %2 of %3").arg(name, secondsText(double(std::min(played, view.promptLength)) / 1000),
                                                           secondsText(double(view.promptLength) / 1000));
            state.progress = std::min(1.0, double(played) / double(view.promptLength));
        } else {
            state.activity = tr("Prompt %1").arg(name);
        }
        if (const call::Event *event = playingEvent(); event && m_speech)
            state.spoken = m_speech(*event);
        return;
    }
    if (!view.with.empty()) {
        state.activity = tr("Talking with %1").arg(QString::fromStdString(view.with));
        return;
    }
    if (view.waiting == call::CallView::Waiting::Nothing)
        return;
    state.activity = waitingText(view);
    if (view.waitEnds >= 0 && view.waitEnds > m_waitBegan)
        state.progress = std::clamp(double(view.waitEnds - now) / double(view.waitEnds - m_waitBegan), 0.0, 1.0);
}

QString PhonePanel::waitingText(const call::CallView &view) const
{
    using Waiting = call::CallView::Waiting;
    QString what;
    switch (view.waiting) {
    case Waiting::Nothing: return {};
    case Waiting::Key: what = tr("Waiting for a key"); break;
    case Waiting::PromptEnd: what = tr("Waiting for the prompt to end"); break;
    case Waiting::RecordingEnd: what = tr("Recording"); break;
    case Waiting::Other: what = tr("Waiting for somebody else"); break;
    }
    if (view.waitEnds < 0)
        return what;
    const std::int64_t left = std::max<std::int64_t>(0, view.waitEnds - m_controller->now());
    return tr("%1, %n s left", nullptr, int((left + 999) / 1000)).arg(what);
}

const call::Event *PhonePanel::playingEvent() const
{
    const auto &events = m_controller->events();
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        if (event->kind == "play")
            return &*event;
    }
    return nullptr;
}

} // namespace pbx::phone
