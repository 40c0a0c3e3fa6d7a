// SPDX-License-Identifier: Apache-2.0
#include "cli/app.h"

int main(int count, char** words) { return tenon::cli::app({words + 1, words + count}); }
