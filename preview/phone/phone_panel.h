// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/phone/call_controller.h"
#include "preview/phone/call_options.h"
#include "preview/phone/phone_display.h"
#include "preview/phone/transcript_model.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTabBar;
class QToolButton;

namespace pbx::phone {

class Keypad;
class Player;

/// The callers' telephones, one of them in the hand: what to dial, display, keypad, and how the call is placed.
class PhonePanel : public QWidget {
    Q_OBJECT
public:
    explicit PhonePanel(QWidget *parent = nullptr);
    ~PhonePanel() override;

    CallController *controller() const { return m_controller; }
    CallOptions *options() const { return m_options; }
    Keypad *keypad() const { return m_keypad; }

    QString address() const;
    void setAddress(const QString &address);
    QStringList addressHistory() const;
    void setAddressHistory(const QStringList &addresses);
    /// Zone of the moment the call is placed at.
    void setTimeZone(const std::string &zone) { m_zone = zone; }
    /// What the prompt of a play event says.
    void setSpeech(TranscriptModel::Speech speech) { m_speech = std::move(speech); }
    void focusKeypad();
    /// Plays files one after another, outside the call.
    void replay(const QStringList &paths);
    Player *player() const { return m_player; }
    void focusAddress();
    /// Dialling is possible: no call runs, or the chosen caller has not dialled yet.
    bool mayDial() const;
    bool mayHangUp() const;
    bool mayRedial() const;
    bool mayPressLastKeys() const;
    bool mayAddCaller() const;
    /// "Caller 2"
    static QString callerName(int index);

public Q_SLOTS:
    /// Asks to place the call: see callRequested.
    void requestCall();
    /// Places it.
    void call();
    void hangUp();
    /// The last address with the moment and the failures of that call.
    void redial();
    void pressLastKeys();
    /// One more caller, who dials next.
    void addCaller();

Q_SIGNALS:
    /// One of may…() may have changed.
    void possibilitiesChanged();
    /// The caller wants to dial; the answer, when all is ready, is call().
    void callRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLayout *buildDialRow();
    void buildCallers();
    QLayout *buildKeysRow();
    void chooseCaller(int tab);
    void syncCallers();
    void showCallers();
    bool isNewCaller() const; ///< the chosen one has not dialled yet
    call::CallView view() const; ///< of the chosen caller
    void connectAll();
    void retranslate();
    void refresh();
    DisplayState displayState() const;
    void describeState(const call::CallView &view, bool dialled, DisplayState &state) const;
    void describeActivity(const call::CallView &view, DisplayState &state) const;
    QString waitingText(const call::CallView &view) const;
    const call::Event *playingEvent() const;
    void rememberAddress();

    CallController *m_controller;
    Player *m_player;
    QLabel *m_addressLabel;
    QComboBox *m_address;
    QPushButton *m_call;
    QPushButton *m_hangUp;
    QTabBar *m_callers;
    QToolButton *m_addCaller;
    QToolButton *m_redial;
    QToolButton *m_lastKeys;
    QToolButton *m_clearKeys;
    PhoneDisplay *m_display;
    Keypad *m_keypad;
    CallOptions *m_options;
    QTimer m_tick;
    TranscriptModel::Speech m_speech;
    std::string m_zone;
    std::int64_t m_waitBegan = 0; ///< for the bar that shrinks
    std::int64_t m_waitEnds = -1;
    QString m_fileProblem;
    bool m_adding = false; ///< the last tab is a caller who has not dialled yet
    QString m_lastAddress; ///< dialled last; empty: none
    CallOptions::Settled m_lastSettled;
    unsigned m_possible = 0; ///< the may…() as last told
};

} // namespace pbx::phone
