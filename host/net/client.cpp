// SPDX-License-Identifier: Apache-2.0
#include "net/client.h"

#include <utility>

#include "net/connect.h"
#include "net/exchange.h"
#include "net/fault.h"
#include "net/inflate.h"
#include "net/net_error.h"
#include "net/no_sigpipe.h"
#include "net/pool.h"
#include "net/request_writer.h"
#include "tenon/method.h"

namespace tenon::net {
namespace {

constexpr int kMostRedirects = 10;

// 300 and 304 may name a place, too, but do not send anybody there.
bool isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

std::string inTheClear(const std::string& host) {
    return "a secret would go to " + host +
           " over plain http, where the network can read it; use https, or allow plain http to " +
           host + " by name";
}

}  // namespace

struct HttpClient::Inside {
    explicit Inside(ClientOptions given) : options(std::move(given)), tls(options) {}

    // `sent`: has a byte of the request left? `part`: of the answer to what does more than look.
    HttpResponse once(const HttpRequest& request, const Url& url, Waiter& waiter, bool& sent,
                      HttpResponse& part) {
        const auto proxy = proxyFor(url, options);
        const bool whole = proxy && !url.tls;
        const std::string target = whole ? "http://" + url.authority() + url.target : url.target;
        const std::string bytes =
            writeRequest(request, url, target, whole ? proxy->authorization : "");
        const std::string key =
            (url.tls ? "s" : "p") + url.authority() +
            (proxy ? "|" + proxy->host + ":" + std::to_string(proxy->port) : "");
        std::optional<NoSigpipe> guard;  // here, since a guard for each read and write costs more
        if (url.tls) guard.emplace();
        waiter.check();  // once the time is up or the run stopped, nothing is sent
        auto stream = pool.take(key);
        bool reused = stream != nullptr;
        for (;; reused = false) {
            if (!reused) stream = connect(url, proxy, options, tls, waiter);
            const bool before = std::exchange(sent, true);
            const bool looks = isSafe(request.method);
            ResponseParser parser(request.method == "HEAD", request.maxBody, !looks);
            bool came = false;
            try {
                if (exchange(*stream, bytes, parser, waiter)) pool.put(key, std::move(stream));
                came = true;
                unpack(parser.response(), request.maxBody);
                return std::move(parser.response());
            } catch (const Fault& fault) {
                const bool garbled =
                    fault.kind() == FaultKind::malformed || fault.kind() == FaultKind::tooLarge;
                if (!looks && garbled && !parser.bodyEnded())
                    readRest(*stream, parser.part().body, request.maxBody, waiter);
                if (!looks) part = unpackedPart(parser, came, request.maxBody);
                if (fault.kind() == FaultKind::tls) sent = before;  // nobody read it
                // A connection that the server had given up: the request may not have arrived.
                if (!reused || fault.kind() != FaultKind::closed || !isIdempotent(request)) throw;
            }
        }
    }

    // After a Fault the body is what could be unpacked; as it was where nothing could.
    static void unpack(HttpResponse& response, std::size_t most) {
        const auto* coding = response.header("Content-Encoding");
        if (!coding || response.body.empty() ||
            !(sameHeader(*coding, "gzip") || sameHeader(*coding, "x-gzip")))
            return;
        const std::string packed = std::exchange(response.body, {});
        try {
            gunzip(packed, most, response.body);
        } catch (const Fault&) {
            if (response.body.empty()) response.body = packed;
            throw;
        }
    }

    // Of an answer that came whole it was the unpacking that failed.
    static HttpResponse unpackedPart(ResponseParser& parser, bool came, std::size_t most) {
        try {
            if (!came) unpack(parser.part(), most);
        } catch (const Fault&) {
            // the rest is missing
        }
        return std::move(parser.response());
    }

    ClientOptions options;
    LazyTls tls;
    Pool pool{options.clock};
    Bells bells;
};

HttpClient::HttpClient(ClientOptions options)
    : inside_(std::make_unique<Inside>(std::move(options))) {}

HttpClient::~HttpClient() = default;

Result<HttpResponse> HttpClient::send(const HttpRequest& request, const Limits& limits) {
    HttpResponse part;
    return sendPartly(request, limits, part);
}

Result<HttpResponse> HttpClient::sendPartly(const HttpRequest& request, const Limits& limits,
                                            HttpResponse& part) {
    bool sent = false;
    std::string shown = "the URL";
    try {
        Url url = parseUrl(request.url);
        shown = url.shown();
        if (request.secret && !url.tls && !inside_->options.plainHttp.mayGoTo(url.host))
            throw Fault(FaultKind::refused, inTheClear(url.host));
        Waiter waiter(limits, inside_->bells);
        for (int hops = 0;; ++hops) {
            auto response = inside_->once(request, url, waiter, sent, part);
            const auto* to = response.header("Location");
            const bool asks = request.method == "GET" || request.method == "HEAD";
            if (!request.followRedirects || !asks || !isRedirect(response.status) || !to ||
                hops == kMostRedirects)
                return response;
            const auto next = redirected(url, *to);
            if (!next) return response;
            url = *next;
        }
    } catch (const Fault& fault) {
        return netError(fault, request, shown, sent);
    } catch (const std::exception& e) {
        return netError(Fault(FaultKind::connect, e.what()), request, shown, sent);
    }
}

}  // namespace tenon::net
