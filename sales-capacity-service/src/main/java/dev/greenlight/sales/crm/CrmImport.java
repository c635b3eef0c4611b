package dev.greenlight.sales.crm;

import dev.greenlight.kit.exchange.FileImport;

/** Takes over one of the CRM's files, under the lock of imports. */
interface CrmImport extends FileImport {}
