// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/slow_paths.h"

#include <algorithm>
#include <cstring>

namespace pbx::machine {

using data::Type;
using data::Value;

std::string_view kindOf(const Value &value)
{
    switch (value.type()) {
    case Type::Null: return "null";
    case Type::Number: return "a number";
    case Type::TimeStamp: return "a timestamp";
    case Type::ShortString:
    case Type::LongString: return "a string";
    case Type::DataBlock: return "a datablock";
    case Type::Address: return "a network address";
    case Type::Array: return "an array";
    case Type::Dictionary: return "a dictionary";
    case Type::Xml: return "an XML object";
    case Type::Handle: return "a handle";
    }
    return "a value";
}

void Machine::Slow::warn(const char *text)
{
    machine.m_host.warn(task, text);
}

bool Machine::Slow::concatenate(Value &target, Value &left, std::string_view right, bool dying)
{
    const std::string_view l = left.bytes();
    const std::size_t size = l.size() + right.size();
    if (size > machine.m_limits.stringSize) {
        error = "the string grows beyond the limit of " + std::to_string(machine.m_limits.stringSize >> 20) + " MB";
        return false;
    }
    if (size <= Value::shortCapacity) {
        char joined[Value::shortCapacity];
        std::memcpy(joined, l.data(), l.size());
        std::memcpy(joined + l.size(), right.data(), right.size());
        target = Value::string({joined, size});
        return true;
    }
    // Nobody else holds the left string: extend it where it is.
    if (left.type() == Type::LongString && left.object()->references == 1 && (dying || &target == &left)
        && (right.data() < l.data() || right.data() >= l.data() + l.size())) {
        auto *text = static_cast<data::StringObject *>(left.object());
        Value held = std::move(left);
        text = data::StringObject::append(text, right);
        // append may have moved the object; `held` must not free the old place.
        new (&held) Value(Value::adopt(Type::LongString, text));
        target = std::move(held);
        return true;
    }
    // Room to grow: a string that was just extended is likely to be extended again.
    auto *text = data::StringObject::make(size, size + size / 2);
    std::memcpy(text->data(), l.data(), l.size());
    std::memcpy(text->data() + l.size(), right.data(), right.size());
    target = Value::adopt(Type::LongString, text);
    return true;
}

bool Machine::Slow::arithmetic(Arithmetic op, Value &target, Value &left, const Value &right, bool dying)
{
    if (left.isNumber() && right.isNumber()) {
        // Only the operands the fast path leaves: division by 0 and by -1, loops with odd counters.
        const auto l = left.bodyWord();
        const auto r = right.bodyWord();
        switch (op) {
        case Arithmetic::Add: target.setNumber(static_cast<std::int64_t>(l + r)); return true;
        case Arithmetic::Subtract: target.setNumber(static_cast<std::int64_t>(l - r)); return true;
        case Arithmetic::Multiply: target.setNumber(static_cast<std::int64_t>(l * r)); return true;
        case Arithmetic::Divide:
        case Arithmetic::Remainder:
            if (r == 0) {
                error = op == Arithmetic::Divide ? "division by zero" : "remainder of a division by zero";
                return false;
            }
            if (right.toNumber() == -1)
                target.setNumber(op == Arithmetic::Divide ? static_cast<std::int64_t>(0 - l) : 0);
            else
                target.setNumber(op == Arithmetic::Divide ? left.toNumber() / right.toNumber()
                                                          : left.toNumber() % right.toNumber());
            return true;
        }
    }
    if (op == Arithmetic::Add) {
        if (left.isString() && right.isString())
            return concatenate(target, left, right.bytes(), dying);
        if (left.isString() && right.isNull()) {
            warn("a string + null: null counts as an empty string");
            target = Value(left);
            return true;
        }
        if (left.isNull() && right.isString()) {
            warn("null + a string: null counts as an empty string");
            target = Value(right);
            return true;
        }
        if (left.isString() && right.isNumber()) {
            warn("a string + a number: the number is taken as its text; String() says so plainly");
            return concatenate(target, left, std::to_string(right.toNumber()), dying);
        }
        if (left.isNumber() && right.isString()) {
            warn("a number + a string: the number is taken as its text; String() says so plainly");
            Value text = Value::string(std::to_string(left.toNumber()));
            return concatenate(target, text, right.bytes(), true);
        }
        if (left.isDataBlock() && right.isDataBlock()) {
            const std::size_t size = left.bytes().size() + right.bytes().size();
            if (size > machine.m_limits.stringSize) {
                error = "the datablock grows beyond the limit of " + std::to_string(machine.m_limits.stringSize >> 20)
                    + " MB";
                return false;
            }
            std::string joined(left.bytes());
            joined.append(right.bytes());
            target = Value::dataBlock(joined);
            return true;
        }
    }
    if (op == Arithmetic::Add || op == Arithmetic::Subtract) {
        const bool swapped = op == Arithmetic::Add && left.isNumber() && right.isTimeStamp();
        const Value &stamp = swapped ? right : left;
        const Value &seconds = swapped ? left : right;
        if (stamp.isTimeStamp() && seconds.isNumber()) {
            const std::int64_t s = stamp.toSeconds();
            std::int64_t moved;
            if (s == Value::remotePast || s == Value::remoteFuture)
                moved = s;
            else if (op == Arithmetic::Add ? __builtin_add_overflow(s, seconds.toNumber(), &moved)
                                           : __builtin_sub_overflow(s, seconds.toNumber(), &moved))
                moved = (seconds.toNumber() > 0) == (op == Arithmetic::Add) ? Value::remoteFuture : Value::remotePast;
            target = Value::timeStamp(moved);
            return true;
        }
        if (op == Arithmetic::Subtract && left.isTimeStamp() && right.isTimeStamp()) {
            target.setNumber(static_cast<std::int64_t>(left.bodyWord() - right.bodyWord()));
            return true;
        }
    }
    static constexpr const char *signs[] = {"+", "-", "*", "/", "%"};
    const std::string text = std::string(kindOf(left)) + ' ' + signs[static_cast<int>(op)] + ' '
        + std::string(kindOf(right)) + " gives null: numbers are expected, Number() makes one";
    warn(text.c_str());
    target.setNull();
    return true;
}

void Machine::Slow::negate(Value &target, const Value &operand, bool negative)
{
    if (operand.isNumber()) {
        const auto n = operand.bodyWord();
        target.setNumber(static_cast<std::int64_t>(negative ? 0 - n : n));
        return;
    }
    warn("a sign before something that is no number gives 0");
    target.setNumber(0);
}

bool Machine::Slow::less(const Value &left, const Value &right)
{
    return data::compare(left, right) == data::Order::Less;
}

bool Machine::Slow::lessEqual(const Value &left, const Value &right)
{
    const data::Order order = data::compare(left, right);
    return order == data::Order::Less || order == data::Order::Equal;
}

void Machine::Slow::getIndex(Value &target, const Value &object, const Value &index)
{
    if (!index.isNumber()) {
        if (!object.isNull())
            warn("an index that is no number gives null");
        target.setNull();
        return;
    }
    const std::int64_t n = index.toNumber();
    switch (object.type()) {
    case Type::Array:
        target = n >= 0 && static_cast<std::size_t>(n) < object.array().size() ? object.array().items[static_cast<std::size_t>(n)] : Value();
        return;
    case Type::Dictionary:
        target = object.dictionary().keyAt(n);
        return;
    case Type::ShortString:
    case Type::LongString:
    case Type::DataBlock: {
        const std::string_view bytes = object.bytes();
        if (n < 0 || static_cast<std::size_t>(n) >= bytes.size())
            target.setNull();
        else if (object.isDataBlock())
            target = Value::number(static_cast<unsigned char>(bytes[static_cast<std::size_t>(n)]));
        else
            target = Value::string(bytes.substr(static_cast<std::size_t>(n), 1));
        return;
    }
    case Type::Xml:
        warn("an index of an XML object; XMLBody says it plainly");
        target = n >= 0 && static_cast<std::size_t>(n) < object.xml().body.size() ? object.xml().body[static_cast<std::size_t>(n)] : Value();
        return;
    default:
        target.setNull();
        return;
    }
}

bool Machine::Slow::setIndex(const Value &object, const Value &index, const Value &value)
{
    if (object.isArray() && index.isNumber()) {
        auto &array = object.array();
        const std::int64_t n = index.toNumber();
        if (n >= 0 && static_cast<std::size_t>(n) < array.size()) {
            array.items[static_cast<std::size_t>(n)] = value;
            return true;
        }
        if (static_cast<std::size_t>(n) == array.size() && n >= 0) {
            if (array.size() >= machine.m_limits.arraySize) {
                error = "the array grows beyond the limit of " + std::to_string(machine.m_limits.arraySize)
                    + " elements";
                return false;
            }
            array.append(value);
            return true;
        }
        error = "index " + std::to_string(n) + " is outside the array: it has " + std::to_string(array.size())
            + " elements, 0 to " + std::to_string(array.size()) + " can be set";
        return false;
    }
    if (object.isDictionary())
        error = "a dictionary's keys can't be set by number; use .(key) to set the value of a key";
    else if (object.isArray())
        error = "the index is " + std::string(kindOf(index)) + ", a number is expected";
    else
        error = std::string("an element of ") + std::string(kindOf(object)) + " can't be set; an array is expected";
    return false;
}

void Machine::Slow::getKey(Value &target, const Value &object, const Value &key)
{
    switch (object.type()) {
    case Type::Dictionary: {
        const Value *found = nullptr;
        if (key.isString()) {
            found = object.dictionary().find(key);
        } else if (key.isNumber()) {
            warn("a number as a key is taken as its text");
            found = object.dictionary().find(std::to_string(key.toNumber()));
        }
        if (found)
            target = *found;
        else
            target.setNull();
        return;
    }
    case Type::Null:
        target.setNull();
        return;
    case Type::Xml: {
        warn("a key of an XML object; GetAttribute says it plainly");
        for (const auto &attribute : object.xml().attributes) {
            if (attribute.prefix.empty() && attribute.name == key.bytes()) {
                target = Value::string(attribute.value);
                return;
            }
        }
        target.setNull();
        return;
    }
    default:
        warn("a key of something that is no dictionary gives null");
        target.setNull();
        return;
    }
}

bool Machine::Slow::setKey(const Value &object, const Value &key, const Value &value)
{
    Value name = key;
    if (key.isNumber()) {
        warn("a number as a key is taken as its text");
        name = Value::string(std::to_string(key.toNumber()));
    } else if (!key.isString()) {
        error = "the key is " + std::string(kindOf(key)) + ", a string is expected";
        return false;
    }
    if (object.isDictionary()) {
        object.dictionary().set(name, value);
        return true;
    }
    if (object.isXml() && (value.isString() || value.isNull())) {
        auto &attributes = object.xml().attributes;
        std::erase_if(attributes, [&](const auto &a) { return a.prefix.empty() && a.name == name.bytes(); });
        if (!value.isNull())
            attributes.push_back({name.toStdString(), {}, value.toStdString()});
        return true;
    }
    error = "the key " + name.toStdString() + " of " + std::string(kindOf(object))
        + " can't be set; a dictionary is expected (NewDictionary() makes one)";
    return false;
}

namespace {

/// Sections whose number of arguments has changed over the years: programs call them with fewer or more than the file
/// takes (pbx-runtime 14, point 40).
constexpr std::string_view stockHelpers[] = {"activequeuecaller", "bridgedloop", "bridgedloophash", "callerleg",
                                             "callerlegbridge", "findfreeagents", "playnumber", "pstnsdpfilter"};

/// A task variable shares its place with a key of Vars() that differs only by case.
Value existingKey(const data::DictionaryObject &vars, const Value &name)
{
    if (vars.find(name))
        return name;
    for (const auto &entry : vars.entries()) {
        const auto a = entry.key.bytes();
        const auto b = name.bytes();
        if (a.size() == b.size() && strncasecmp(a.data(), b.data(), a.size()) == 0)
            return entry.key;
    }
    return name;
}

} // namespace

void Machine::Slow::getTaskVariable(Value &target, const Value &name)
{
    const auto &vars = task.vars().dictionary();
    const Value *found = vars.find(existingKey(vars, name));
    if (found)
        target = *found;
    else
        target.setNull();
}

void Machine::Slow::setTaskVariable(const Value &name, const Value &value)
{
    auto &vars = task.vars().dictionary();
    vars.set(existingKey(vars, name), value);
}

const SectionCode *Machine::Slow::findExternal(const std::string &module, const std::string &section, CodeKind kind,
                                               unsigned argumentCount)
{
    const Program *program = nullptr;
    for (const auto &[name, loaded] : task.m_modules) {
        if (name == module)
            program = loaded.program.get();
    }
    if (!program) {
        auto loaded = machine.m_host.loadModule(task, module);
        if (!loaded) {
            error = loaded.error();
            return nullptr;
        }
        program = loaded->get();
        Task::Module entry;
        entry.constants.resize(program->constantCount);
        entry.program = std::move(*loaded);
        task.m_modules.emplace_back(module, std::move(entry));
    }
    const SectionCode *found = program->find(section);
    const char *wanted = kind == CodeKind::Function ? "function" : "procedure";
    if (!found || found->kind == CodeKind::Entry) {
        error = "the file " + program->source.fileName() + " has no " + wanted + ' ' + section;
        return nullptr;
    }
    if (found->kind != kind) {
        error = section + " in " + program->source.fileName() + " is no " + wanted;
        return nullptr;
    }
    if (found->parameterCount != argumentCount && !std::ranges::contains(stockHelpers, section)) {
        error = section + " in " + program->source.fileName() + " takes " + std::to_string(found->parameterCount)
            + " arguments, the call gives " + std::to_string(argumentCount);
        return nullptr;
    }
    return found;
}

const SectionCode *Machine::Slow::external(const ExternalReference &reference, unsigned argumentCount)
{
    const SectionCode *&known = task.m_externals[&reference];
    if (!known || (known->parameterCount != argumentCount && !std::ranges::contains(stockHelpers, reference.section)))
        known = findExternal(reference.module, reference.section, reference.kind, argumentCount);
    return known;
}

const SectionCode *Machine::Slow::byName(const Value &name, bool function, unsigned argumentCount)
{
    const char *caller = function ? "FuncCall" : "ProcCall";
    if (!name.isString() || name.bytes().empty()) {
        error = std::string(caller) + ": the name is " + std::string(kindOf(name)) + ", \"name\" or \"module::name\" is expected";
        return nullptr;
    }
    const std::string text = data::foldCase(name.bytes());
    std::string module = text;
    std::string section = text;
    if (const auto colons = text.find("::"); colons != std::string::npos) {
        module = text.substr(0, colons);
        section = text.substr(colons + 2);
        if (module.empty() || section.empty() || section.find("::") != std::string::npos) {
            error = std::string(caller) + ": \"" + name.toStdString() + "\" is no name of a section";
            return nullptr;
        }
    }
    return findExternal(module, section, function ? CodeKind::Function : CodeKind::Procedure, argumentCount);
}

const SectionCode *Machine::Slow::pendingInitializer(const SectionCode &section)
{
    const SectionCode *initializer = section.program->initializer;
    return initializer && !task.moduleOf(section.program).initialized ? initializer : nullptr;
}

} // namespace pbx::machine
