// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/files/workspace.h"

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

/// A server to practise with: speaks the command protocol over a workspace, strictly, so that it does not forgive what the
/// real one refuses (server-interfaces, 2, 3, 4, 8.3).
namespace pbx::practice {

/// Who may log in.
struct User {
    std::string name;     ///< "admin", or "admin@specialists.example": a domain's administrator
    std::string password;
    std::vector<std::string> rights; ///< codes of server-interfaces 6.2; a user without a domain is Master
};

/// Where servers differ and no source says how (server-interfaces, 8.3): the default is the documented or likeliest one.
struct Manner {
    bool stamp = true;          ///< greeting with a stamp: APOP is possible
    bool inlineMode = true;     ///< knows INLINE
    enum class Lines { Lf, CrLf, One } lines = Lines::Lf; ///< of results without INLINE
    enum class Attributes { None, Storage, Unknown } attributes = Attributes::Storage;
    enum class Folder { Dictionary, Array, Absent } folder = Folder::Dictionary;
    bool listsInherited = false;
    bool createAgainFails = true;
    bool deletesFilledLanguages = false;
    std::size_t longestLine = 0; ///< 0: 64 MB
    enum class TryCompile { Unknown, Ignored, StoresNothing, StoresSound, StoresAll } tryCompile = TryCompile::StoresSound;
    std::string version = "6.3.12";
    std::int64_t quota = 0; ///< bytes of an environment; 0: none
    bool httpSaysOk = true; ///< what HTTP gives for a command without a result: "OK", or nothing
    std::size_t httpRequestSize = std::size_t(10) << 20; ///< bytes of a body
};

/// The store behind all sessions: a workspace on disk. Commands of different sessions come one after another.
class Store;

/// One session; give it lines, get answers. No socket in it.
class Interpreter {
public:
    Interpreter(std::shared_ptr<Store> store, const std::vector<User> &users, const Manner &manner, std::string stamp);
    ~Interpreter();

    struct Answer {
        std::string text;   ///< with its line ends, as the command port sends it
        int code = 200;
        std::string result; ///< the object alone, as HTTP gives it
        bool close = false;
    };
    [[nodiscard]] std::string greeting() const;
    [[nodiscard]] Answer run(std::string_view line);
    /// For HTTP, whose log-in is its own. An answer other than 200: nobody is logged in.
    [[nodiscard]] Answer logIn(std::string_view user, std::string_view password);

private:
    struct Session;
    std::unique_ptr<Session> m_session;
};

[[nodiscard]] std::expected<std::shared_ptr<Store>, QString> openStore(const QString &workspaceFolder);
/// A workspace to spoil. Links are left out, and what this computer keeps about its servers (.pbx): a server has none of it.
[[nodiscard]] std::expected<void, QString> copyWorkspace(const QString &from, const QString &to);

} // namespace pbx::practice
