// SPDX-License-Identifier: Apache-2.0
#include "certificates.h"

#include <Poco/Crypto/X509Certificate.h>
#include <Poco/DateTimeFormatter.h>

#include <stdexcept>

#include "support/folder.h"
#include "support/process.h"

namespace support {

using Poco::Net::Context;

const Certificates& Certificates::get() {
    static const Certificates certificates;
    return certificates;
}

Certificates::Certificates() {
    static const Folder folder;
    folder_ = folder.path();
    // `openssl x509 -days` takes a negative number, but no other beginning than now; `ca` does.
    const auto ended = run({"/bin/sh", "-ec", R"(
cd "$0"
key() { openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1.key"; }
own() {
  key "$1"
  openssl req -x509 -new -key "$1.key" -subj "/CN=$2" -addext "subjectAltName=DNS:$2" -days 30 -out "$1.pem"
}
leaf() {
  key "$1"
  printf 'subjectAltName=%s\n' "$2" > "$1.ext"
  openssl req -new -key "$1.key" -subj "/CN=$1" -out "$1.csr"
  openssl x509 -req -in "$1.csr" -CA "$4.pem" -CAkey "$4.key" -CAcreateserial -days "$3" -extfile "$1.ext" -out "$1.pem"
}
own ca "Test CA"
mkdir hashed
cp ca.pem hashed
openssl rehash hashed
own stranger "Another CA"
own selfsigned localhost
leaf good DNS:localhost 30 ca
leaf address IP:127.0.0.1 30 ca
leaf other DNS:other.example 30 ca
leaf expired DNS:localhost -1 ca
leaf untrusted DNS:localhost 30 stranger
key early
openssl req -new -key early.key -subj "/CN=early" -out early.csr
touch index.txt
printf '[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nrand_serial=yes\ndefault_md=sha256\npolicy=p\n[p]\ncommonName=supplied\n[e]\nsubjectAltName=DNS:localhost\n' > ca.cnf
openssl ca -batch -config ca.cnf -extensions e -cert ca.pem -keyfile ca.key -in early.csr -outdir . -notext \
  -startdate "$(($(date +%Y) + 1))0301000000Z" -enddate "$(($(date +%Y) + 2))0301000000Z" -out early.pem
)",
                            folder_});
    if (ended.code != 0) throw std::runtime_error("openssl: " + ended.err);
}

Context::Ptr Certificates::server(const std::string& name) const {
    return new Context(Context::TLS_SERVER_USE, folder_ + "/" + name + ".key", file(name), "",
                       Context::VERIFY_NONE);
}

std::string Certificates::firstDay(const std::string& name) const {
    const Poco::Crypto::X509Certificate certificate(file(name));
    return Poco::DateTimeFormatter::format(certificate.validFrom(), "%Y-%m-%d");
}

std::string Certificates::lastDay(const std::string& name) const {
    const Poco::Crypto::X509Certificate certificate(file(name));
    return Poco::DateTimeFormatter::format(certificate.expiresOn(), "%Y-%m-%d");
}

}  // namespace support
