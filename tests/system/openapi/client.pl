# SPDX-License-Identifier: Apache-2.0
# Uses an instance through OpenAPI::Client, which knows no more of it than its API docs say: methods
# are made of their operations, requests and answers are checked against their schemas.
#
#   perl client.pl SECRETS.json TOKEN
use strict;
use warnings;
use utf8;

use Mojo::File qw(curfile path tempdir);
use Mojo::JSON qw(decode_json);
use Mojo::UserAgent;
use Mojo::Util qw(md5_sum);
use OpenAPI::Client;

# Debian leaves out what the schema of Swagger 2.0 refers to, and the client would ask the network.
my $cache = tempdir;
curfile->sibling('draft-04.json')->copy_to($cache->child(md5_sum('http://json-schema.org/draft-04/schema')));
$ENV{JSON_VALIDATOR_CACHE_PATH} = $cache->to_string;

my ($file, $token) = @ARGV;
my $secrets = decode_json(path($file)->slurp)->{cloudElements};
my $base    = $secrets->{baseUrl};
my $authorization = "User $secrets->{user}, Element $token";

# A mapped resource, which the docs are to have too.
my $ua = Mojo::UserAgent->new;
my $mapping = {vendorName => 'accounts', fields => [{path => 'id', type => 'string', vendorPath => 'key'}]};
$ua->put("$base/instances/transformations/client" => {Authorization => $authorization} => json => $mapping)->result;
my $docs = $ua->get("$base/instances/docs" => {Authorization => $authorization})->result->json;
die "no API docs\n" unless $docs->{swagger};
my $client = OpenAPI::Client->new($docs, base_url => $base);
my $schema = $client->validator;
print "errors in the docs: @{$schema->errors}\n";
my %routes = map { $_->{operation_id} => $_ } $schema->routes->each;
print "operations: @{[sort keys %routes]}\n";

# Prints what came of it: the client's own refusal, or the answer and what is wrong with it.
sub show {
    my ($operation, $tx) = @_;
    my ($answer, $route) = ($tx->res, $routes{$operation});
    print "$operation @{[$tx->req->url->query]} ${\$answer->code} ${\$answer->body}\n";
    if (!$tx->remote_address) { print "  not sent\n"; return $tx }
    my $token = $answer->headers->header('Elements-Next-Page-Token');
    print "  another page\n" if $token;
    my @problems = $schema->validate_response(
        [$route->{method}, $route->{path}, $answer->code],
        {   body => sub {
                my $is = length $answer->body;
                return {exists => $is, $is ? (value => $answer->json) : ()};
            }
        }
    );
    print "  not as documented: $_\n" for @problems;
    return $tx;
}

sub call {
    my ($operation, %parameters) = @_;
    return show($operation, $client->call($operation => {Authorization => $authorization, %parameters}));
}

call('getPing');
call('getObjects');
call('getAccounts');
my $id = call('createAccount', body => {Comp_Name => 'Foreign & Söhne', Comp_Type => 'Customer'})->res->json->{key};
call('getAccountById', id => $id);
call('updateAccountById', id => $id, body => {Comp_Type => 'Partner'});
call('replaceAccountById', id => $id, body => {Comp_Status => 'Active'});
call('getAccounts', where => "Comp_Name = 'Foreign & Söhne'", fields => 'key,Comp_Type');
call('deleteAccountById', id => $id);
call('getAccountById', id => $id);

# Page by page.
call('createAccount', body => {Comp_Name => "A$_"}) for 1 .. 3;
for (my $next = ''; defined $next;) {
    my $page = call('getAccounts', pageSize => 2, nextPage => $next, fields => 'key', orderBy => 'key asc');
    $next = $page->res->headers->header('Elements-Next-Page-Token');
}

# What the docs do not allow is not even sent; what the platform does not allow is answered.
call('getAccounts', pageSize => 'many');
call('createAccount', body => 'text');
call('createAccount');
show('getAccounts', $client->call('getAccounts'));
call('getAccounts', where => 'nosuch = 1');
show('getPing', $client->call(getPing => {Authorization => "User $secrets->{user}, Element x"}));
call('getUsers', fields => 'key');
call('getClient');
call('getClientById', id => 50);
call('getLeads');
print "no createUser\n" unless $client->can('createUser');
