// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/simulation.h"

#include "preview/call/engine.h"

namespace pbx::call {

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

void Simulation::press(char key)
{
    m_engine->press(key);
}

void Simulation::hangUp()
{
    m_engine->hangUp();
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

CallView Simulation::view() const
{
    return m_engine->view();
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
