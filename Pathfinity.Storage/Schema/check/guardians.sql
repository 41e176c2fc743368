-- Guardians and teachers that the world drew: nobody who exists can be reached by their addresses.
SELECT
    id, NULL::date AS day,
    -- Telephone numbers of synthetic people are in the reserved range 555-0100 to 555-0199.
    phone !~ ' 555-01[0-9]{2}$' AS phone_number_not_reserved,
    -- Addresses of synthetic people are in a domain that is reserved for examples.
    email !~ '@([a-z0-9-]+[.])*example$' AS address_not_reserved
FROM (
    SELECT id::bigint, email, phone FROM {schema}.guardians WHERE origin = 'synthetic'
    UNION ALL
    SELECT id, email, NULL FROM {schema}.teachers WHERE origin = 'synthetic'
) AS people
