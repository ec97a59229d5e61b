#pragma once

namespace irisim::app {

// The program: reads the arguments and the environment, does what they say, and gives the exit
// status: 0, 1 for a failure, 2 for arguments or files that cannot be used.
int run_command_line(int argc, const char* const* argv);

}  // namespace irisim::app
