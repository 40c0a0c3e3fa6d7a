// SPDX-License-Identifier: Apache-2.0
// A server's certificate that is trusted beside all those of the system: as a bundle for who reads
// bundles, as a hashed folder for who reads folders.
#pragma once

#include "process.h"
#include "support/folder.h"

namespace bench {

class Trust {
  public:
    Trust() {
        run({"/bin/sh", "-ec", R"(
cd "$0"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem -subj "/CN=Bench CA" -days 2
openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout server.key -out server.csr -subj "/CN=bench"
printf 'subjectAltName=IP:127.0.0.1\n' > server.ext
openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile server.ext -out server.pem
cat /etc/ssl/certs/ca-certificates.crt ca.pem > bundle.pem
mkdir hashed
cp -P /etc/ssl/certs/*.0 /etc/ssl/certs/*.pem hashed
cp ca.pem "hashed/$(openssl x509 -hash -noout -in ca.pem).0"
)",
             folder_.path()});
    }
    [[nodiscard]] std::string key() const { return folder_.path("server.key"); }
    [[nodiscard]] std::string certificate() const { return folder_.path("server.pem"); }
    [[nodiscard]] std::string authority() const { return folder_.path("ca.pem"); }
    [[nodiscard]] std::string bundle() const { return folder_.path("bundle.pem"); }
    [[nodiscard]] std::string hashed() const { return folder_.path("hashed"); }

  private:
    support::Folder folder_;
};

}  // namespace bench
