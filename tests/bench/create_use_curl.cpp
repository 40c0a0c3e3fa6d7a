// SPDX-License-Identifier: Apache-2.0
// The same three requests with libcurl and as little else as possible: BASE USER ORGANIZATION
// [CA-FILE]
#include <curl/curl.h>

#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

std::size_t take(char* data, std::size_t size, std::size_t count, void* to) {
    static_cast<std::string*>(to)->append(data, size * count);
    return size * count;
}

std::string member(const std::string& json, const std::string& name) {
    const auto at = json.find("\"" + name + "\":") + name.size() + 3;
    if (json[at] == '"') return json.substr(at + 1, json.find('"', at + 1) - at - 1);
    return json.substr(at, json.find_first_of(",}", at) - at);
}

struct Client {
    explicit Client(const char* caFile) {
        if (caFile) curl_easy_setopt(curl, CURLOPT_CAINFO, caFile);
        curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
        curl_easy_setopt(curl, CURLOPT_FAILONERROR, 1L);
    }
    ~Client() { curl_easy_cleanup(curl); }

    std::string send(const std::string& url, const std::string& authorization, const char* body) {
        std::string answer;
        curl_slist* headers = curl_slist_append(nullptr, authorization.c_str());
        if (body) {
            headers = curl_slist_append(headers, "Content-Type: application/json");
            curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body);
        } else {
            curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);
        }
        curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
        curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
        curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer);
        const auto code = curl_easy_perform(curl);
        curl_slist_free_all(headers);
        if (code != CURLE_OK) {
            std::fprintf(stderr, "%s: %s\n", url.c_str(), curl_easy_strerror(code));
            std::exit(1);
        }
        return answer;
    }

    CURL* curl = curl_easy_init();
};

}  // namespace

int main(int count, char** words) {
    const std::string base = words[1], user = words[2], organization = words[3];
    Client client(count > 4 ? words[4] : nullptr);
    const std::string platform = "Authorization: User " + user + ", Organization " + organization;
    const auto made = client.send(
        base + "/instances", platform,
        R"({"element":{"key":"sagecrm"},"configuration":{"subdomain":"crm.example.com","username":"user","password":"password"},"tags":[],"name":"Bench"})");
    const auto id = member(made, "id"), token = member(made, "token");
    client.send(base + "/hubs/crm/ping", "Authorization: User " + user + ", Element " + token,
                nullptr);
    const auto read = client.send(base + "/instances/" + id, platform, nullptr);
    std::printf("{\"id\":%s,\"name\":\"%s\"}\n", member(read, "id").c_str(),
                member(read, "name").c_str());
}
