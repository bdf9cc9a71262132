// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/data/objects.h"

namespace pbx::data {

namespace {

thread_local constinit Container *liveContainers = nullptr;
/// Containers whose count is zero, linked by next. Freeing one only adds to this list: nesting costs no stack.
thread_local constinit Container *doomedContainers = nullptr;
thread_local constinit bool freeing = false;

constexpr std::uint32_t reached = UINT32_MAX;

void leaveList(Container *container) noexcept
{
    if (container->previous == container)
        return;
    (container->previous ? container->previous->next : liveContainers) = container->next;
    if (container->next)
        container->next->previous = container->previous;
    container->previous = container;
    container->next = nullptr;
}

void freeContainer(Container *container) noexcept
{
    switch (container->type) {
    case Type::Array:
        delete static_cast<ArrayObject *>(container);
        break;
    case Type::Dictionary:
        delete static_cast<DictionaryObject *>(container);
        break;
    default:
        delete static_cast<XmlObject *>(container);
        break;
    }
}

bool isContainer(const Value &value) noexcept
{
    return value.isArray() || value.isDictionary() || value.isXml();
}

} // namespace

Container::Container()
{
    memoryMeter.add(sizeof(DictionaryObject));
    next = liveContainers;
    if (next)
        next->previous = this;
    liveContainers = this;
}

Container::~Container()
{
    memoryMeter.remove(sizeof(DictionaryObject));
    leaveList(this);
}

void destroyObject(Object *object, Type type) noexcept
{
    switch (type) {
    case Type::LongString:
    case Type::DataBlock:
        StringObject::destroy(static_cast<StringObject *>(object));
        return;
    case Type::Address:
        memoryMeter.remove(sizeof(AddressObject));
        delete static_cast<AddressObject *>(object);
        return;
    case Type::Handle:
        memoryMeter.remove(sizeof(HandleObject));
        delete static_cast<HandleObject *>(object);
        return;
    default:
        break;
    }
    auto *container = static_cast<Container *>(object);
    leaveList(container);
    container->next = doomedContainers;
    doomedContainers = container;
    if (freeing)
        return;
    freeing = true;
    while (doomedContainers) {
        Container *doomed = doomedContainers;
        doomedContainers = doomed->next;
        freeContainer(doomed);
    }
    freeing = false;
}

std::size_t collectCycles()
{
    const auto eachChild = [](Container *container, auto &&visit) {
        const auto see = [&visit](const Value &value) {
            if (isContainer(value))
                visit(static_cast<Container *>(value.object()));
        };
        if (container->type == Type::Array) {
            for (const Value &item : static_cast<ArrayObject *>(container)->items)
                see(item);
        } else if (container->type == Type::Dictionary) {
            for (const auto &entry : static_cast<DictionaryObject *>(container)->m_entries)
                see(entry.value);
        } else {
            for (const Value &part : static_cast<XmlObject *>(container)->body)
                see(part);
        }
    };

    for (Container *c = liveContainers; c; c = c->next)
        c->visits = 0;
    for (Container *c = liveContainers; c; c = c->next)
        eachChild(c, [](Container *child) { ++child->visits; });

    // Referred to from outside: alive, and with them all they lead to.
    std::vector<Container *> toVisit;
    for (Container *c = liveContainers; c; c = c->next) {
        if (c->references > c->visits)
            toVisit.push_back(c);
    }
    for (Container *c : toVisit)
        c->visits = reached;
    while (!toVisit.empty()) {
        Container *c = toVisit.back();
        toVisit.pop_back();
        eachChild(c, [&toVisit](Container *child) {
            if (child->visits != reached) {
                child->visits = reached;
                toVisit.push_back(child);
            }
        });
    }

    std::vector<Value> garbage; // holds them while the references between them are cut
    for (Container *c = liveContainers; c; c = c->next) {
        if (c->visits != reached)
            garbage.push_back(Value::share(c->type, c));
    }
    for (const Value &value : garbage) {
        if (value.isArray())
            value.array().items.clear();
        else if (value.isDictionary())
            value.dictionary().clear();
        else
            value.xml().body.clear();
    }
    return garbage.size();
}

} // namespace pbx::data
