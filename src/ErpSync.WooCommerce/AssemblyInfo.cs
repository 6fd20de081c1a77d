using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("ErpSync.WooCommerce.Tests")]
[assembly: InternalsVisibleTo("ErpSync.Wire")]
[assembly: InternalsVisibleTo("ErpSync.Benchmarks")]
