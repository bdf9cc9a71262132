// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/simulation.h"

#include "preview/call/engine.h"

namespace pbx::call {

std::string checkKeys(std::string_view keys)
{
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const char c = keys[i];
        if (std::string_view("0123456789*#ABCDabcd,! ").find(c) != std::string_view::npos)
            continue;
        if (c != '~')
            return "\"" + std::string(1, c) + "\" is no key; there are 0-9 * # A B C D , ! and ~";
        const auto next = keys.find_first_not_of(' ', i + 1);
        if (next == std::string_view::npos || keys[next] == '~' || keys[next] == ',')
            return "~ stands before a key or !";
    }
    return {};
}

std::optional<accounts::PhoneState> phoneState(std::string_view word)
{
    if (word == "answer")
        return accounts::PhoneState::Answers;
    if (word == "busy")
        return accounts::PhoneState::Busy;
    if (word == "noanswer")
        return accounts::PhoneState::NoAnswer;
    if (word == "offline")
        return accounts::PhoneState::Offline;
    return std::nullopt;
}

Simulation::Simulation(const files::Workspace &workspace, const accounts::Directory &directory, ProgramStore &programs)
    : m_engine(std::make_unique<Engine>(&workspace, &directory, nullptr, programs))
{
}

Simulation::Simulation(EnvironmentSource environment, ProgramStore &programs)
    : m_engine(std::make_unique<Engine>(nullptr, nullptr, std::move(environment), programs))
{
}

Simulation::~Simulation() = default;

void Simulation::dial(const DialRequest &request)
{
    m_engine->dial(request);
}

std::expected<void, std::string> Simulation::start(const StartRequest &request)
{
    return m_engine->start(request);
}

std::int64_t Simulation::now() const
{
    return m_engine->now();
}

std::optional<std::int64_t> Simulation::nextInstant() const
{
    return m_engine->nextInstant();
}

void Simulation::advanceTo(std::int64_t time)
{
    m_engine->advanceTo(time);
}

void Simulation::runToEnd()
{
    m_engine->runToEnd();
}

std::uint32_t Simulation::addCaller(const CallerRequest &request)
{
    return m_engine->addCaller(request);
}

std::uint32_t Simulation::callers() const
{
    return m_engine->callers();
}

void Simulation::press(char key, std::uint32_t caller)
{
    m_engine->press(caller, key);
}

void Simulation::hangUp(std::uint32_t caller)
{
    m_engine->hangUp(caller);
}

bool Simulation::answerPhone(const std::string &account)
{
    return m_engine->answerPhone(account);
}

bool Simulation::refusePhone(const std::string &account)
{
    return m_engine->refusePhone(account);
}

bool Simulation::hangUpPhone(const std::string &account)
{
    return m_engine->hangUpPhone(account);
}

bool Simulation::pressPhone(const std::string &account, char key)
{
    return m_engine->pressPhone(account, key);
}

std::vector<PhoneView> Simulation::phones() const
{
    return m_engine->phones();
}

PersonView Simulation::person(std::uint32_t number) const
{
    return m_engine->personView(number);
}

bool Simulation::ended() const
{
    return m_engine->ended();
}

bool Simulation::failed() const
{
    return m_engine->failed();
}

const machine::RunError *Simulation::error() const
{
    return m_engine->error();
}

CallView Simulation::view(std::uint32_t caller) const
{
    return m_engine->view(caller);
}

Trace &Simulation::trace()
{
    return m_engine->trace();
}

void Simulation::setMediaPort(MediaPort *port)
{
    m_engine->setMediaPort(port);
}

} // namespace pbx::call
