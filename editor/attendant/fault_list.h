// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>
#include <vector>

class QVBoxLayout;

namespace pbx::editor {

/// Something wrong, and what mends it.
struct Fault {
    QString text;
    QString button; ///< empty: nothing can be done here
    std::function<void()> mend;
};

/// Faults below each other, each with its button.
class FaultList : public QWidget {
    Q_OBJECT
public:
    explicit FaultList(QWidget *parent = nullptr);
    void setFaults(const std::vector<Fault> &faults);

private:
    QVBoxLayout *m_layout;
};

} // namespace pbx::editor
