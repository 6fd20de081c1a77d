-- Reserved for tombstones.
SELECT 1;
