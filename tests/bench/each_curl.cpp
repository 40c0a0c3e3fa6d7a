// SPDX-License-Identifier: Apache-2.0
// For each of COUNT tenants: an instance is made, and its token used, by 16 threads with a libcurl
// handle each, and nothing kept: BASE USER ORGANIZATION COUNT
#include <curl/curl.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

namespace {

std::size_t take(char* data, std::size_t size, std::size_t count, void* to) {
    static_cast<std::string*>(to)->append(data, size * count);
    return size * count;
}

std::string send(CURL* curl, const std::string& url, const std::string& authorization,
                 const std::string& body) {
    std::string answer;
    curl_slist* headers = curl_slist_append(nullptr, ("Authorization: " + authorization).c_str());
    if (body.empty()) {
        curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);
    } else {
        headers = curl_slist_append(headers, "Content-Type: application/json");
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.c_str());
    }
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer);
    const auto code = curl_easy_perform(curl);
    curl_slist_free_all(headers);
    if (code == CURLE_OK) return answer;
    std::fprintf(stderr, "%s: %s\n", url.c_str(), curl_easy_strerror(code));
    std::exit(1);
}

std::string tokenOf(const std::string& answer) {
    const std::string name = R"("token":")";
    const auto at = answer.find(name) + name.size();
    return answer.substr(at, answer.find('"', at) - at);
}

}  // namespace

int main(int, char** words) {
    const std::string base = words[1], user = std::string("User ") + words[2];
    const std::string organization = user + ", Organization " + words[3];
    const int count = std::atoi(words[4]);
    curl_global_init(CURL_GLOBAL_ALL);
    std::atomic<int> next = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 16; ++i)
        threads.emplace_back([&] {
            CURL* curl = curl_easy_init();
            curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
            curl_easy_setopt(curl, CURLOPT_FAILONERROR, 1L);
            for (int n = next++; n < count; n = next++) {
                const auto made = send(
                    curl, base + "/instances", organization,
                    R"({"element":{"key":"sagecrm"},"configuration":{"subdomain":"crm.example.com","username":"user","password":"password"},"tags":[],"name":"tenant-)" +
                        std::to_string(n) + "\"}");
                send(curl, base + "/hubs/crm/ping", user + ", Element " + tokenOf(made), "");
            }
            curl_easy_cleanup(curl);
        });
}
