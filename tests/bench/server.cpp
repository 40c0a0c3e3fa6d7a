// SPDX-License-Identifier: Apache-2.0
// The sandbox as a process of its own, over http or, with a key and a certificate, over https.
// Prints its secrets as one line of JSON; ends when its standard input does.
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/SecureServerSocket.h>

#include <iostream>

#include "handler.h"

using namespace cloudelements::sandbox;
using Poco::Net::Context;

int main(int count, char** words) {
    Context::Ptr tls;
    if (count > 2)
        tls = new Context(Context::TLS_SERVER_USE, words[1], words[2], "", Context::VERIFY_NONE);
    Poco::Net::ServerSocket socket =
        tls ? Poco::Net::SecureServerSocket(tls) : Poco::Net::ServerSocket();
    socket.bind(Poco::Net::SocketAddress("127.0.0.1", 0), true);
    socket.listen(128);
    Service service({}, {});
    Poco::ThreadPool pool(2, 64);
    auto* params = new Poco::Net::HTTPServerParams;
    params->setMaxThreads(64);
    params->setKeepAliveTimeout(Poco::Timespan(60, 0));
    Poco::Net::HTTPServer server(new HandlerFactory(service), pool, socket, params);
    server.start();
    std::cout << (tls ? "https://127.0.0.1:" : "http://127.0.0.1:") << socket.address().port()
              << "/elements/api-v2 " << service.platform.user << " "
              << service.platform.organization << std::endl;
    std::cin.get();
    server.stopAll(true);
}
