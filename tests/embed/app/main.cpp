// SPDX-License-Identifier: Apache-2.0
#include <Poco/ClassLoader.h>
#include <cloudelements/create_sagecrm_instance.h>
#include <tenon/host.h>
#include <tenon/json.h>
#include <tenon/sandbox.h>

#include <iostream>

using namespace cloudelements;

int main() {
    Poco::ClassLoader<tenon::Sandbox> sandboxes;
    sandboxes.loadLibrary(PLUGINS "/cloudelements-sandbox.so", "Sandbox");
    const std::unique_ptr<tenon::Sandbox> sandbox(sandboxes.create("cloudelements"));
    sandbox->start({});

    const std::string plugin = PLUGINS "/cloudelements.so";
    if (const auto problem = tenon::pluginProblem(plugin)) {
        std::cerr << problem->detail << "\n";
        return 1;
    }
    Poco::ClassLoader<tenon::Step> steps;
    steps.loadLibrary(plugin);
    const std::unique_ptr<tenon::Step> step(steps.create("CreateSageCRMInstance"));

    std::vector<tenon::Problem> problems;
    CreateSageCRMInstanceInputs inputs;
    inputs.connection =
        tenon::readFields<Connection>(*sandbox->secrets().find("cloudElements"), problems);
    inputs.name = "Sales";
    inputs.subdomain = "crm.example.com";
    inputs.username = "user";
    inputs.password = tenon::Secret("password");

    tenon::Host host;
    const auto context = host.context("sales-2026");
    const auto outputs = context->call<CreateSageCRMInstanceOutputs>(*step, inputs);
    if (!outputs) {
        std::cerr << outputs.error().detail << "\n";
        if (!context->kept().isNull())  // what came of it, for whoever may see its secrets
            std::cerr << tenon::json::write(context->kept(), tenon::json::Secrets::reveal) << "\n";
        return 1;
    }
    std::cout << "name " << outputs.value().name << "\nid " << outputs.value().id << "\ntoken "
              << outputs.value().token << "\n";
}
