// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/phone/phone_panel.h"

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
#include <QTabBar>
#include <QToolButton>

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
    buildCallers();
    layout->addWidget(m_callers);
    layout->addWidget(m_display);
    layout->addWidget(m_keypad, 1);
    layout->addLayout(buildKeysRow());
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
    m_addCaller = new QToolButton(this);
    m_addCaller->setObjectName(QStringLiteral("addCallerButton"));
    m_addCaller->setText(QStringLiteral("+"));
    m_addCaller->setFocusPolicy(Qt::StrongFocus);
    m_addCaller->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    buttons->addWidget(m_addCaller);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(8);
    rows->addLayout(dial);
    rows->addLayout(buttons);
    return rows;
}

void PhonePanel::buildCallers()
{
    m_callers = new QTabBar(this);
    m_callers->setObjectName(QStringLiteral("callerTabs"));
    m_callers->setExpanding(false);
    m_callers->setDrawBase(false);
    m_callers->setElideMode(Qt::ElideNone);
    m_callers->setUsesScrollButtons(true);
    m_callers->setFocusPolicy(Qt::StrongFocus);
    m_callers->addTab(QString());
    m_callers->hide(); // as long as there is one caller
}

QLayout *PhonePanel::buildKeysRow()
{
    const auto button = [this](const char *name) {
        auto *made = new QToolButton(this);
        made->setObjectName(QLatin1StringView(name));
        made->setFocusPolicy(Qt::StrongFocus);
        made->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        return made;
    };
    m_redial = button("redialButton");
    m_lastKeys = button("lastKeysButton");
    m_clearKeys = button("clearKeysButton");
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_redial, 1);
    row->addWidget(m_lastKeys, 1);
    row->addWidget(m_clearKeys, 1);
    return row;
}

void PhonePanel::connectAll()
{
    connect(m_redial, &QToolButton::clicked, this, &PhonePanel::redial);
    connect(m_lastKeys, &QToolButton::clicked, this, &PhonePanel::pressLastKeys);
    connect(m_clearKeys, &QToolButton::clicked, m_controller, &CallController::clearPressedKeys);
    connect(m_addCaller, &QToolButton::clicked, this, &PhonePanel::addCaller);
    connect(m_callers, &QTabBar::currentChanged, this, &PhonePanel::chooseCaller);
    connect(m_controller, &CallController::callersChanged, this, &PhonePanel::syncCallers);
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
        const bool hadFocus = m_keypad->isAncestorOf(focusWidget()) || m_hangUp->hasFocus() || m_callers->hasFocus()
            || m_addCaller->hasFocus();
        m_adding = false;
        syncCallers();
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
    if (mayDial() && !address().isEmpty())
        Q_EMIT callRequested();
}

void PhonePanel::call()
{
    if (!mayDial() || address().isEmpty())
        return;
    rememberAddress();
    if (isNewCaller()) {
        m_adding = false;
        m_controller->addCaller(address());
        focusKeypad();
        return;
    }
    m_lastAddress = address();
    m_lastSettled = m_options->settled();
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
    m_player->listenAs(1, 0);
    m_controller->call(request);
    refresh();
    if (m_controller->running())
        focusKeypad();
}

void PhonePanel::hangUp()
{
    m_controller->hangUp();
}

void PhonePanel::redial()
{
    if (!mayRedial())
        return;
    setAddress(m_lastAddress);
    m_options->setSettled(m_lastSettled);
    requestCall();
}

void PhonePanel::pressLastKeys()
{
    if (!mayPressLastKeys())
        return;
    m_controller->pressLastKeys();
    focusKeypad();
}

void PhonePanel::addCaller()
{
    if (!mayAddCaller())
        return;
    m_adding = true;
    syncCallers();
    m_callers->setCurrentIndex(m_callers->count() - 1);
    focusAddress();
}

bool PhonePanel::isNewCaller() const
{
    return m_adding && m_callers->currentIndex() == m_callers->count() - 1;
}

bool PhonePanel::mayDial() const
{
    return !m_controller->running() || isNewCaller();
}

bool PhonePanel::mayHangUp() const
{
    return !isNewCaller() && m_controller->callerRuns(m_controller->currentCaller());
}

bool PhonePanel::mayRedial() const
{
    return !m_controller->running() && !m_lastAddress.isEmpty();
}

bool PhonePanel::mayPressLastKeys() const
{
    return mayHangUp() && !m_controller->lastKeys().isEmpty() && m_controller->keysToCome().isEmpty();
}

bool PhonePanel::mayAddCaller() const
{
    return m_controller->running() && !m_adding;
}

QString PhonePanel::callerName(int index)
{
    return tr("Caller %1").arg(index + 1);
}

call::CallView PhonePanel::view() const
{
    return isNewCaller() ? call::CallView{} : m_controller->view();
}

void PhonePanel::chooseCaller(int tab)
{
    if (tab < m_controller->callers()) {
        m_controller->setCurrentCaller(tab);
        m_player->listenAs(m_controller->callerNumber(tab), m_controller->now());
        setAddress(m_controller->callerAddress(tab));
    }
    refresh();
}

/// As many tabs as callers; the chosen one is the controller's current caller, or the one who has not dialled yet.
void PhonePanel::syncCallers()
{
    const int wanted = qMax(1, m_controller->callers()) + (m_adding ? 1 : 0);
    const QSignalBlocker quiet(m_callers);
    while (m_callers->count() > wanted)
        m_callers->removeTab(m_callers->count() - 1);
    while (m_callers->count() < wanted)
        m_callers->addTab(callerName(m_callers->count()));
    m_callers->setVisible(wanted > 1);
    if (!m_adding && m_controller->callers() > 0) {
        const int current = m_controller->currentCaller();
        m_callers->setCurrentIndex(current);
        m_player->listenAs(m_controller->callerNumber(current), m_controller->now());
        setAddress(m_controller->callerAddress(current));
    }
}

/// Each caller's lamp on the tab.
void PhonePanel::showCallers()
{
    for (int i = 0; i < m_callers->count(); ++i) {
        DisplayState state;
        const bool dialled = i < m_controller->callers();
        describeState(dialled ? m_controller->callerView(i) : call::CallView{}, dialled, state);
        const QString tip = dialled ? tr("%1 calls %2: %3").arg(callerName(i), m_controller->callerAddress(i), state.state)
                                    : tr("%1 has not dialled yet").arg(callerName(i));
        if (m_callers->tabToolTip(i) == tip && !m_callers->tabIcon(i).isNull() && m_callers->tabData(i).toInt() == int(state.lamp))
            continue;
        m_callers->setTabToolTip(i, tip);
        m_callers->setAccessibleTabName(i, tip);
        m_callers->setTabData(i, int(state.lamp));
        m_callers->setTabIcon(i, m_display->lampPixmap(state.lamp));
    }
}

void PhonePanel::keyPressEvent(QKeyEvent *event)
{
    const char key = mayHangUp() ? Keypad::keyOf(*event) : 0;
    if (key)
        m_keypad->press(key);
    else
        QWidget::keyPressEvent(event);
}

/// Lists and sliders have their own ideas about digits; while a call runs those are keys of the telephone.
bool PhonePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !mayHangUp())
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
    if (event->type() == QEvent::PaletteChange) {
        for (int i = 0; i < m_callers->count(); ++i)
            m_callers->setTabIcon(i, {}); // lamps have colours of the palette
        QTimer::singleShot(0, this, &PhonePanel::refresh);
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
    m_call->setText(tr("Call"));
    m_hangUp->setText(tr("Ha&ng up"));
    m_callers->setAccessibleName(tr("Callers"));
    for (int i = 0; i < m_callers->count(); ++i) {
        m_callers->setTabText(i, callerName(i));
        m_callers->setTabToolTip(i, {}); // made anew
    }
    m_addCaller->setAccessibleName(tr("Another caller"));
    m_addCaller->setToolTip(tr("Another caller dials into the same situation: who talks is busy, queues grow."));
    m_redial->setText(tr("Redial"));
    m_redial->setToolTip(tr("Dials the last address again, at the same moment and with the same failures."));
    m_lastKeys->setText(tr("Last keys"));
    m_clearKeys->setText(tr("Clear"));
    m_clearKeys->setAccessibleName(tr("Clear the display's keys"));
    m_clearKeys->setToolTip(tr("Takes the pressed keys off the display; the call does not notice."));
}

void PhonePanel::refresh()
{
    const bool running = m_controller->running();
    const bool live = mayHangUp();
    // A caller who is through while others go on: the focus stays where the keyboard leads on.
    if (running && !live && (m_keypad->isAncestorOf(focusWidget()) || m_hangUp->hasFocus()))
        (m_callers->isVisible() ? static_cast<QWidget *>(m_callers) : m_addCaller)->setFocus(Qt::OtherFocusReason);
    m_call->setEnabled(mayDial() && !address().isEmpty());
    m_hangUp->setEnabled(live);
    m_address->setEnabled(mayDial());
    m_keypad->setEnabled(live);
    m_addCaller->setEnabled(mayAddCaller());
    m_redial->setEnabled(mayRedial());
    m_lastKeys->setEnabled(mayPressLastKeys());
    m_lastKeys->setToolTip(m_controller->lastKeys().isEmpty()
                               ? tr("Presses the keys of the call before, each where the program waits for one.")
                               : tr("Presses %1, each key where the program waits for one.").arg(m_controller->lastKeys()));
    m_clearKeys->setEnabled(!isNewCaller() && !m_controller->pressedKeys().isEmpty());
    m_options->setRunning(running);
    showCallers();
    const unsigned possible = unsigned(mayDial()) | unsigned(live) << 1 | unsigned(mayRedial()) << 2
        | unsigned(mayPressLastKeys()) << 3 | unsigned(mayAddCaller()) << 4;
    if (std::exchange(m_possible, possible) != possible)
        Q_EMIT possibilitiesChanged();
    const call::CallView view = this->view();
    if (view.waitEnds != m_waitEnds) {
        m_waitEnds = view.waitEnds;
        m_waitBegan = m_controller->now();
    }
    m_display->show(displayState());
}

DisplayState PhonePanel::displayState() const
{
    DisplayState state;
    const call::CallView view = this->view();
    const bool dialled = m_controller->hasCall() && !isNewCaller();
    describeState(view, dialled, state);
    if (dialled && m_controller->callers() > 0) {
        state.elapsed = clockText(m_controller->now() - m_controller->callerSince(m_controller->currentCaller()));
        const QString program = QString::fromStdString(view.program);
        const QString account = QString::fromStdString(view.account);
        state.who = program.isEmpty() ? account : tr("%1 for %2").arg(program, account);
        state.keys = m_controller->pressedKeys();
        if (const QString rest = m_controller->keysToCome(); !rest.isEmpty())
            state.keys += tr(" (%1 to come)", "keys").arg(rest);
        describeActivity(view, state);
    }
    state.note = !m_player->problem().isEmpty() ? m_player->problem() : m_fileProblem;
    if (state.note.isEmpty() && m_controller->running() && m_controller->speed() != CallController::Speed::Normal)
        state.note = tr("Nothing is heard at this speed.");
    return state;
}

void PhonePanel::describeState(const call::CallView &view, bool dialled, DisplayState &state) const
{
    using State = call::CallView::State;
    using Lamp = DisplayState::Lamp;
    switch (view.state) {
    case State::Idle:
        state.state = tr("Ready");
        if (!dialled)
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
    if (!m_controller->running() || view.state == call::CallView::State::Ended)
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
        if (event->kind == "play"
            && (m_controller->callers() < 2 || m_controller->callersOf(*event).contains(m_controller->currentCaller())))
            return &*event;
    }
    return nullptr;
}

} // namespace pbx::phone
