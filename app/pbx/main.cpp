// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"

int main(int argc, char **argv)
{
    return pbx::app::runCommandLine(argc, argv);
}
