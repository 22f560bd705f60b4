import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../app/roots';
import { filtersOf } from '../shared/list/useFilters';

const directory = createRoute({
  getParentRoute: () => inside,
  path: '/contract-directory',
  validateSearch: filtersOf('q', 'number'),
  component: lazyRouteComponent(() => import('./ContractDirectory')),
});

const uploads = createRoute({
  getParentRoute: () => inside,
  path: '/contract-directory/uploads',
  validateSearch: filtersOf('status'),
  component: lazyRouteComponent(() => import('./DirectoryUploads')),
});

const upload = createRoute({
  getParentRoute: () => inside,
  path: '/contract-directory/uploads/$directoryImportId',
  component: lazyRouteComponent(() => import('./DirectoryUpload')),
});

export const contractDirectoryRoutes = [directory, uploads, upload] as const;
