# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DROOT=folder -DQT_HEADERS=folder -P check_includes.cmake
# Reads every include line below ROOT and fails, naming each, on those that go up or sideways in the house:
# app → editor, preview → environment, plain C++ at the bottom. QT_HEADERS is the folder that holds QtCore.
cmake_minimum_required(VERSION 3.25)

# Folder of the including file → folders it may include from. The first match counts.
set(rules
    "environment/data>environment/data"
    "environment/language>environment/data,environment/language"
    "environment>environment"
    "preview/machine>environment/data,environment/language,preview/machine"
    "preview/call>environment,preview/machine,preview/call"
    "preview>environment,preview"
    "editor>environment,editor"
    "app/(commands|pbx)>environment,preview/machine,preview/call,preview/sound,preview/scenario,app/commands,app/pbx"
    "app>environment,preview,editor,app")
set(plain_rooms "^(environment/data|environment/language|environment/accounts|preview/machine)/")
# Programs that make a room's tables while it is built are no part of the room.
set(build_tools "/make_[a-z_]+\\.cpp$")
set(ground_floor "^(environment|preview/machine|preview/call|preview/sound|preview/scenario|app/commands|app/pbx)/")
# Qt's modules that work without a display or a device.
set(ground_modules QtCore QtNetwork QtXml QtConcurrent QtDBus)

set(offences "")

function(offence file header reason)
    list(APPEND offences "${file}: includes ${header}: ${reason}")
    set(offences "${offences}" PARENT_SCOPE)
endfunction()

# Includes of the project's own files.
function(check_own file header)
    if(header MATCHES "(^|/)\\.\\./")
        offence("${file}" "${header}" "paths begin at the project root")
    elseif(header MATCHES "^(environment|preview|editor|app)/")
        foreach(rule IN LISTS rules)
            string(REGEX REPLACE ">.*" "" from "${rule}")
            string(REGEX REPLACE ".*>" "" to "${rule}")
            if(file MATCHES "^${from}/")
                string(REPLACE "," "|" to "${to}")
                if(NOT header MATCHES "^(${to})/")
                    offence("${file}" "${header}" "${from} may include ${to} alone")
                endif()
                break()
            endif()
        endforeach()
    endif()
    set(offences "${offences}" PARENT_SCOPE)
endfunction()

# Includes of Qt. Which module a header belongs to is asked of the installed headers, not of a list kept here.
function(check_qt file header)
    if(file MATCHES "${plain_rooms}" AND NOT file MATCHES "${build_tools}")
        if(header MATCHES "^(Q|Qt.*/.*|q[a-z]+\\.h|K[A-Z])")
            offence("${file}" "${header}" "this room is plain C++")
        endif()
    elseif(file MATCHES "${ground_floor}")
        if(header MATCHES "^(Qt[A-Za-z]+)(/|$)" AND NOT EXISTS "${QT_HEADERS}/QtCore/${header}")
            if(NOT CMAKE_MATCH_1 IN_LIST ground_modules)
                offence("${file}" "${header}" "the ground floor has no ${CMAKE_MATCH_1}")
            endif()
        elseif(header MATCHES "^Qsci/")
            offence("${file}" "${header}" "the ground floor has no widgets")
        elseif(header MATCHES "^(Q[A-Z][A-Za-z0-9]*|Qt[A-Z][A-Za-z0-9]*|q[a-z0-9_]+\\.h)$")
            foreach(module IN LISTS ground_modules)
                if(EXISTS "${QT_HEADERS}/${module}/${header}")
                    return()
                endif()
            endforeach()
            offence("${file}" "${header}" "not of ${ground_modules}, which is all of Qt the ground floor has")
        endif()
    endif()
    set(offences "${offences}" PARENT_SCOPE)
endfunction()

if(NOT EXISTS "${QT_HEADERS}/QtCore/QString")
    message(FATAL_ERROR "QT_HEADERS is not the folder of Qt's headers: '${QT_HEADERS}'")
endif()

set(files "")
foreach(floor IN ITEMS environment preview editor app)
    file(GLOB_RECURSE found RELATIVE "${ROOT}"
        "${ROOT}/${floor}/*.h" "${ROOT}/${floor}/*.hpp" "${ROOT}/${floor}/*.cpp" "${ROOT}/${floor}/*.inc")
    list(APPEND files ${found})
endforeach()
if(NOT files)
    message(FATAL_ERROR "no source files below '${ROOT}'")
endif()

set(count 0)
foreach(file IN LISTS files)
    file(STRINGS "${ROOT}/${file}" lines REGEX "^[ \t]*#[ \t]*include[ \t]*[<\"]" ENCODING UTF-8)
    foreach(line IN LISTS lines)
        if(line MATCHES "include[ \t]*[<\"]([^>\"]+)[>\"]")
            math(EXPR count "${count} + 1")
            set(header "${CMAKE_MATCH_1}")
            check_own("${file}" "${header}")
            check_qt("${file}" "${header}")
        endif()
    endforeach()
endforeach()

list(LENGTH files file_count)
if(offences)
    list(JOIN offences "\n  " text)
    message(FATAL_ERROR "includes in a forbidden direction:\n  ${text}")
endif()
message(STATUS "${count} includes in ${file_count} files, all downwards")
