// SPDX-License-Identifier: Apache-2.0
// The program under test, and a platform for it to speak to.
#pragma once

#include <condition_variable>
#include <mutex>
#include <regex>
#include <string>
#include <vector>

#include "cloudelements_sandbox.h"
#include "support/folder.h"
#include "support/process.h"
#include "tenon/json.h"

namespace support {

inline const std::string kCreate = TENON_SOURCE "/manifests/create-sagecrm-instance.yaml";
inline const std::string kUse = TENON_SOURCE "/manifests/create-and-use-instance.yaml";

inline Ended program(std::vector<std::string> words, const std::string& input = "",
                     const std::map<std::string, std::string>& environment = {}) {
    words.insert(words.begin(), TENON_PROGRAM);
    return run(words, input, environment);
}

// Times, ports and folders are the only things that differ from run to run.
inline std::string steady(const std::string& text) {
    const std::string places = std::regex_replace(text, std::regex("  place: /\\S*/"), "  place: ");
    const std::string times = std::regex_replace(places, std::regex("[0-9.]+ m?s\\b"), "T");
    return std::regex_replace(times, std::regex("127\\.0\\.0\\.1:[0-9]+"), "127.0.0.1:PORT");
}

// A sandbox of this process, with a secrets file that leads to it.
struct Platform {
    // `faults`: as JSON.
    explicit Platform(const Folder& folder, const std::string& faults = "null") {
        tenon::SandboxOptions options;
        options.faults = tenon::json::read(faults).value();
        options.log = [this](std::string_view line) {
            const std::scoped_lock lock(mutex_);
            requests_ += std::string(line) + "\n";
            changed_.notify_all();
        };
        sandbox.start(options);
        secrets = folder.write("secrets.json",
                               tenon::json::write(sandbox.secrets(), tenon::json::Secrets::reveal));
    }
    ~Platform() { sandbox.stop(); }
    // Returns once a line with this text was logged.
    void waitFor(const std::string& text) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return requests_.find(text) != std::string::npos; });
    }
    // The lines that the sandbox logged.
    std::string requests() {
        const std::scoped_lock lock(mutex_);
        return requests_;
    }

    cloudelements::sandbox::CloudElementsSandbox sandbox;
    std::string secrets;  // path of the file

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::string requests_;
};

}  // namespace support
