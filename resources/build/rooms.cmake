# SPDX-License-Identifier: GPL-3.0-or-later
# Three helpers: a room is a library in a folder, a program links rooms, a test is a program ctest runs.

add_library(pbx_options INTERFACE)
target_include_directories(pbx_options INTERFACE "${CMAKE_SOURCE_DIR}" "${CMAKE_BINARY_DIR}")
target_compile_options(pbx_options INTERFACE
    -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<BOOL:${PBX_WARNINGS_AS_ERRORS}>:-Werror>)
target_compile_definitions(pbx_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_CONTEXTLESS_CONNECT)

set_property(GLOBAL PROPERTY PBX_GROUND_ROOMS "")

# pbx_room(NAME [UPPER] SOURCES … [LINKS …] [PRIVATE_LINKS …]): library pbx_NAME with the alias Pbx::NAME.
# UPPER marks a room of the upper floor, which may use widgets and devices.
function(pbx_room name)
    cmake_parse_arguments(ROOM "UPPER" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(pbx_${name} STATIC ${ROOM_SOURCES})
    add_library(Pbx::${name} ALIAS pbx_${name})
    target_link_libraries(pbx_${name} PUBLIC pbx_options ${ROOM_LINKS} PRIVATE ${ROOM_PRIVATE_LINKS})
    if(ROOM_UPPER)
        set_target_properties(pbx_${name} PROPERTIES AUTOMOC ON AUTORCC ON)
    else()
        set_property(GLOBAL APPEND PROPERTY PBX_GROUND_ROOMS pbx_${name})
    endif()
endfunction()

# pbx_program(NAME [UPPER] SOURCES … LINKS …)
function(pbx_program name)
    cmake_parse_arguments(PROGRAM "UPPER" "" "SOURCES;LINKS" ${ARGN})
    add_executable(${name} ${PROGRAM_SOURCES})
    target_link_libraries(${name} PRIVATE pbx_options ${PROGRAM_LINKS})
    if(PROGRAM_UPPER)
        set_target_properties(${name} PROPERTIES AUTOMOC ON AUTORCC ON)
    endif()
endfunction()

# pbx_test(NAME [LABEL l] [TIMEOUT s] SOURCES … LINKS …): a Qt Test program run by ctest.
function(pbx_test name)
    cmake_parse_arguments(TEST "" "LABEL;TIMEOUT" "SOURCES;LINKS" ${ARGN})
    add_executable(${name} ${TEST_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_link_libraries(${name} PRIVATE pbx_options Qt6::Test ${TEST_LINKS})
    target_compile_definitions(${name} PRIVATE PBX_SOURCE_DIR="${CMAKE_SOURCE_DIR}" PBX_BINARY_DIR="${CMAKE_BINARY_DIR}")
    add_test(NAME ${name} COMMAND ${name})
    if(NOT TEST_TIMEOUT)
        set(TEST_TIMEOUT 120)
    endif()
    if(NOT TEST_LABEL)
        set(TEST_LABEL unit)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${TEST_TIMEOUT} LABELS ${TEST_LABEL} ENVIRONMENT "LC_ALL=C.UTF-8")
endfunction()

# Walks the link lists of the ground floor: reaching Qt Gui or a widget library there is an error naming the room.
function(pbx_check_ground_floor)
    get_property(rooms GLOBAL PROPERTY PBX_GROUND_ROOMS)
    foreach(room IN LISTS rooms)
        set(seen "")
        set(queue ${room})
        while(queue)
            list(POP_FRONT queue current)
            if(current IN_LIST seen)
                continue()
            endif()
            list(APPEND seen ${current})
            if(current MATCHES "^(Qt6::|Qt::)(Gui|Widgets|Multimedia)|qscintilla")
                message(FATAL_ERROR "${room} is on the ground floor but links ${current}")
            endif()
            if(TARGET ${current})
                get_target_property(links ${current} INTERFACE_LINK_LIBRARIES)
                if(links)
                    list(APPEND queue ${links})
                endif()
            endif()
        endwhile()
    endforeach()
endfunction()
