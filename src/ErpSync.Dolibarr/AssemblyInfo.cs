using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("ErpSync.Dolibarr.Tests")]
[assembly: InternalsVisibleTo("ErpSync.Wire")]
