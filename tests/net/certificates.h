// SPDX-License-Identifier: Apache-2.0
// Certificates for servers, made by the openssl program: a CA, and what it and others signed.
#pragma once

#include <Poco/Net/Context.h>

#include <string>

namespace support {

class Certificates {
  public:
    static const Certificates& get();
    [[nodiscard]] std::string ca() const { return file("ca"); }
    // A folder with that CA under the name of its hash.
    [[nodiscard]] std::string hashed() const { return folder_ + "/hashed"; }
    // By ca(): "good" (localhost), "address" (127.0.0.1 alone), "other" (other.example), "expired",
    // "early" (valid from next year). By others: "untrusted", "selfsigned".
    [[nodiscard]] Poco::Net::Context::Ptr server(const std::string& name) const;
    [[nodiscard]] std::string file(const std::string& name) const {
        return folder_ + "/" + name + ".pem";
    }
    // The first or last day of validity, as YYYY-MM-DD.
    [[nodiscard]] std::string firstDay(const std::string& name) const;
    [[nodiscard]] std::string lastDay(const std::string& name) const;

  private:
    Certificates();
    std::string folder_;
};

}  // namespace support
