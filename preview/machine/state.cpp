// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/task.h"

#include <algorithm>

// A task as data: copied, compared and hashed with the sharing of its containers, so that exploring many paths from one
// state finds states it has met before.

namespace pbx::machine {

using data::ArrayObject;
using data::DictionaryObject;
using data::Object;
using data::Type;
using data::Value;
using data::XmlObject;

class StateWalker {
public:
    /// All values of a task in a fixed order.
    template<typename Function>
    static bool forEach(const Task &task, Function &&function)
    {
        if (!task.m_frames.empty()) {
            const Frame &top = task.m_frames.back();
            const std::size_t end = top.base + top.section->registerCount;
            for (std::size_t n = 0; n < end; ++n) {
                if (!function(task.m_stack[n]))
                    return false;
            }
        }
        if (!function(task.m_vars))
            return false;
        for (const auto &[name, module] : task.m_modules) {
            for (const Value &constant : module.constants) {
                if (!function(constant))
                    return false;
            }
        }
        return true;
    }

    static bool sameFrames(const Task &a, const Task &b)
    {
        return a.m_program == b.m_program && a.m_waiting == b.m_waiting && a.m_modules.size() == b.m_modules.size()
            && std::ranges::equal(a.m_modules, b.m_modules, [](const auto &x, const auto &y) {
                   return x.first == y.first && x.second.program == y.second.program
                       && x.second.initialized == y.second.initialized
                       && x.second.constants.size() == y.second.constants.size();
               })
            && std::ranges::equal(a.m_frames, b.m_frames, [](const Frame &x, const Frame &y) {
                   return x.section == y.section && x.pc == y.pc && x.base == y.base
                       && x.resultRegister == y.resultRegister;
               });
    }
};

namespace {

bool isContainer(const Value &v)
{
    return v.isArray() || v.isDictionary() || v.isXml();
}

/// Copies containers once each and remembers what became of them.
class Cloner {
public:
    Value copy(const Value &v)
    {
        if (!isContainer(v))
            return v;
        if (const auto known = m_copies.find(v.object()); known != m_copies.end())
            return known->second;
        Value made = v.isArray() ? Value::newArray()
            : v.isDictionary()   ? Value::newDictionary()
                                 : data::makeXml(v.xml().name, v.xml().prefix);
        m_copies.emplace(v.object(), made);
        // Depth first by an explicit list: nesting is the program's to choose.
        m_pending.emplace_back(v, made);
        if (m_pending.size() == 1)
            drain();
        return made;
    }

private:
    void drain()
    {
        for (std::size_t next = 0; next < m_pending.size(); ++next) {
            const auto [from, to] = m_pending[next];
            if (from.isArray()) {
                for (const Value &item : from.array().items)
                    to.array().append(copy(item));
            } else if (from.isDictionary()) {
                for (const auto &entry : from.dictionary().entries())
                    to.dictionary().set(entry.key, copy(entry.value));
                to.dictionary().setCaseSensitive(from.dictionary().caseSensitive());
            } else {
                to.xml().namespaces = from.xml().namespaces;
                to.xml().attributes = from.xml().attributes;
                for (const Value &item : from.xml().body)
                    to.xml().body.push_back(copy(item));
            }
        }
        m_pending.clear();
    }

    std::unordered_map<const Object *, Value> m_copies;
    std::vector<std::pair<Value, Value>> m_pending;
};

/// Writes a value as a sequence of words and texts in which shared containers appear as numbers: two states are the same
/// when their sequences are. Identity marks are left out.
class Flattener {
public:
    void value(const Value &v)
    {
        m_pending.push_back(v);
        while (!m_pending.empty()) {
            const Value next = std::move(m_pending.back());
            m_pending.pop_back();
            one(next);
        }
    }
    std::string take() { return std::move(m_out); }

private:
    void word(std::uint64_t w) { m_out.append(reinterpret_cast<const char *>(&w), sizeof w); }
    void text(std::string_view t)
    {
        word(t.size());
        m_out.append(t);
    }
    void one(const Value &v)
    {
        m_out.push_back(static_cast<char>(v.type()));
        switch (v.type()) {
        case Type::Null: break;
        case Type::Number:
        case Type::TimeStamp: word(v.bodyWord()); break;
        case Type::ShortString:
        case Type::LongString:
        case Type::DataBlock: text(v.bytes()); break;
        case Type::Address: text(data::printAddress(v.address())); break;
        case Type::Handle:
            text(v.handle().kind);
            word(v.handle().id);
            break;
        case Type::Array:
        case Type::Dictionary:
        case Type::Xml: container(v); break;
        }
    }
    void container(const Value &v)
    {
        const auto [known, fresh] = m_numbers.emplace(v.object(), m_numbers.size());
        word(known->second);
        if (!fresh)
            return;
        // Children go on the list in reverse, so that they come out in order.
        const std::size_t before = m_pending.size();
        if (v.isArray()) {
            word(v.array().size());
            m_pending.insert(m_pending.end(), v.array().items.begin(), v.array().items.end());
        } else if (v.isDictionary()) {
            const auto &dictionary = v.dictionary();
            word(dictionary.size() * 2 + (dictionary.caseSensitive() ? 0 : 1));
            for (std::size_t n = 0; n < dictionary.size(); ++n) {
                m_pending.push_back(dictionary.sortedEntry(n).key);
                m_pending.push_back(dictionary.sortedEntry(n).value);
            }
        } else {
            const XmlObject &xml = v.xml();
            text(xml.name);
            text(xml.prefix);
            word(xml.namespaces.size());
            for (const auto &[prefix, uri] : xml.namespaces) {
                text(prefix);
                text(uri);
            }
            word(xml.attributes.size());
            for (const auto &attribute : xml.attributes) {
                text(attribute.name);
                text(attribute.prefix);
                text(attribute.value);
            }
            word(xml.body.size());
            m_pending.insert(m_pending.end(), xml.body.begin(), xml.body.end());
        }
        std::reverse(m_pending.begin() + static_cast<std::ptrdiff_t>(before), m_pending.end());
    }

    std::string m_out;
    std::vector<Value> m_pending;
    std::unordered_map<const Object *, std::uint64_t> m_numbers;
};

std::string flatten(const Task &task)
{
    Flattener flattener;
    StateWalker::forEach(task, [&](const Value &v) {
        flattener.value(v);
        return true;
    });
    return flattener.take();
}

} // namespace

Task Task::clone() const
{
    Cloner cloner;
    const SectionCode &first = m_frames.empty() ? *m_program->table.front() : *m_frames.front().section;
    Task copy(m_program, first);
    copy.m_frames = m_frames;
    if (!m_frames.empty()) {
        const Frame &top = m_frames.back();
        const std::size_t end = top.base + top.section->registerCount;
        copy.growStack(end);
        for (std::size_t n = 0; n < end; ++n)
            copy.m_stack[n] = cloner.copy(m_stack[n]);
    }
    copy.m_vars = cloner.copy(m_vars);
    copy.m_modules = m_modules;
    for (auto &[name, module] : copy.m_modules) {
        for (Value &constant : module.constants)
            constant = cloner.copy(constant);
    }
    copy.m_externals = m_externals;
    copy.m_waiting = m_waiting;
    copy.stepsSinceWait = stepsSinceWait;
    copy.steps = steps;
    copy.id = id;
    copy.hostData = hostData;
    return copy;
}

bool Task::sameState(const Task &other) const
{
    return StateWalker::sameFrames(*this, other) && flatten(*this) == flatten(other);
}

std::uint64_t Task::hashState() const
{
    std::uint64_t hash = std::hash<std::string>()(flatten(*this));
    for (const Frame &frame : m_frames) {
        const auto place = static_cast<std::uint64_t>(frame.pc - frame.section->code.data());
        hash = (hash ^ place ^ reinterpret_cast<std::uint64_t>(frame.section)) * 0x9e3779b97f4a7c15ULL;
    }
    return hash;
}

} // namespace pbx::machine
