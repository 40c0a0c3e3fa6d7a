// SPDX-License-Identifier: Apache-2.0
// For each of COUNT tenants: an instance is made, and its token used, 16 at a time, with fetch and
// nothing kept: BASE USER ORGANIZATION COUNT
const [base, user, organization, count] = process.argv.slice(2);
let next = 0;

async function answer(url, options) {
    const response = await fetch(url, options);
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return response.json();
}

async function work() {
    while (next < Number(count)) {
        const made = await answer(`${base}/instances`, {
            method: 'POST',
            headers: {
                'Authorization': `User ${user}, Organization ${organization}`,
                'Content-Type': 'application/json',
            },
            body: JSON.stringify({
                element: {key: 'sagecrm'},
                configuration: {
                    subdomain: 'crm.example.com', username: 'user', password: 'password',
                },
                tags: [],
                name: `tenant-${next++}`,
            }),
        });
        await answer(`${base}/hubs/crm/ping`,
                     {headers: {'Authorization': `User ${user}, Element ${made.token}`}});
    }
}

await Promise.all(Array.from({length: 16}, work));
