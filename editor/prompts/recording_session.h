// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/prompts/capture.h"
#include "editor/prompts/prompt_edits.h"

#include <QDialog>
#include <QElapsedTimer>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace pbx::editor {

class LevelMeter;
class Waveform;

/// One prompt after another is read aloud: its text large, Space starts and stops, the take is trimmed and levelled,
/// heard, kept or spoken again. What was there before stays until a take is kept.
class RecordingSession : public QDialog {
    Q_OBJECT
public:
    RecordingSession(Desk *desk, const QString &language, const QStringList &prompts, QWidget *parent = nullptr);
    ~RecordingSession() override;

    QString currentPrompt() const;
    int keptCount() const { return m_kept; }
    Capture *capture() { return &m_capture; }

Q_SIGNALS:
    void playRequested(const pbx::audio::Sound &sound);
    void stopRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QLayout *buildTop();
    QLayout *buildDevices();
    QLayout *buildButtons();
    void connectAll();
    void retranslate();
    void fillDevices();
    void showPrompt(int index);
    void toggle();
    void takeIn();
    void listen();
    void keep();
    void setTake(const audio::Sound &take);
    void updateState();
    QString verdict() const;

    Desk *m_desk;
    std::string m_language;
    QStringList m_prompts;
    Capture m_capture;
    audio::Sound m_raw;  ///< as it was spoken
    audio::Sound m_take; ///< trimmed and levelled, when that is wanted
    int m_index = 0;
    int m_kept = 0;
    QElapsedTimer m_time;

    QLabel *m_place;
    QProgressBar *m_progress;
    QLabel *m_text;
    QLabel *m_note;
    QLabel *m_deviceLabel;
    QComboBox *m_devices;
    QLabel *m_encodingLabel;
    QComboBox *m_encoding;
    QPushButton *m_tidy;
    LevelMeter *m_meter;
    QLabel *m_problem;
    Waveform *m_wave;
    QLabel *m_words;
    QPushButton *m_record;
    QPushButton *m_listen;
    QPushButton *m_keep;
    QPushButton *m_skip;
    QPushButton *m_back;
    QPushButton *m_close;
};

} // namespace pbx::editor
